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
# Whatever is written is for this user only, what libraries write too.
umask 077
# Java needs a locale of UTF-8 that the system really has, to write an accent or to open a file whose name has one. The language stays the user's.
language=
case $(locale charmap 2>/dev/null) in
  UTF-8 | utf8 | UTF8) ;;
  *)
    wanted=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
    case $wanted in [a-z][a-z]_* | [a-z][a-z]) language=-Duser.language=${wanted%%_*} ;; esac
    export LC_ALL=C.UTF-8
    ;;
esac
home=$(cd "$home" && pwd -P) || exit 70
exec "$home/runtime/bin/java" @FLAGS@ "@ARCHIVE@" "-Dtripostal.home=$home" $language -cp "@CLASSPATH@" @MAIN@ "$@"
