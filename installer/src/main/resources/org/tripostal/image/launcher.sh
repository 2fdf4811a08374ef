#!/bin/sh
# Becomes the program. Made by the build: what is changed here by hand is lost.
self=$0
while [ -L "$self" ]; do
  target=$(readlink "$self")
  case $target in
    /*) self=$target ;;
    *) self=${self%/*}/$target ;;
  esac
done
case $self in
  */*) home=${self%/*}/.. ;;
  *) home=.. ;;
esac
home=$(cd "$home" && pwd -P) || exit 70
exec "$home/runtime/bin/java" @FLAGS@ "@ARCHIVE@" -cp "@CLASSPATH@" @MAIN@ "$@"
