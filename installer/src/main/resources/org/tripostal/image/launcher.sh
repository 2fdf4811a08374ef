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
# Without a locale Java could neither write an accent nor open a file whose name has one.
[ -n "${LC_ALL:-}${LC_CTYPE:-}${LANG:-}" ] || export LC_CTYPE=C.UTF-8
home=$(cd "$home" && pwd -P) || exit 70
exec "$home/runtime/bin/java" @FLAGS@ "@ARCHIVE@" -cp "@CLASSPATH@" @MAIN@ "$@"
