# Sourced by ./test and ./demo: makes sure of the programs that they need, through the system's package manager where that is allowed.
# Debian's names; whoever uses another system is told what is missing.

missing=()

# need COMMAND PACKAGE: the command has to be there.
need() {
  command -v "$1" >/dev/null 2>&1 || missing+=("$2")
}

# need_file FILE PACKAGE
need_file() {
  [ -e "$1" ] || missing+=("$2")
}

# A Java 17 or newer with compiler and jlink.
need_jdk() {
  local javac=${JAVA_HOME:+$JAVA_HOME/bin/}javac version
  version=$("$javac" -version 2>/dev/null | sed -n 's/^javac \([0-9]*\).*/\1/p') || version=0
  if [ "${version:-0}" -lt 17 ]; then
    unset JAVA_HOME
    missing+=(default-jdk-headless)
  fi
}

# need_version COMMAND MAJOR PACKAGE: like need, but an older one is told and not replaced.
need_version() {
  need "$1" "$3"
  local version
  version=$("$1" --version 2>/dev/null | sed -n '1s/^v\{0,1\}\([0-9][0-9]*\).*/\1/p') || version=
  if [ -n "$version" ] && [ "$version" -lt "$2" ]; then
    echo "$1 is version $version; $2 or newer is needed. Update it, then start this again." >&2
    exit 1
  fi
}

need_to_build() {
  need_jdk
  need mvn maven
}

need_thunderbird() {
  need thunderbird thunderbird
  need_file /usr/lib/thunderbird/extensions/langpack-fr@thunderbird.mozilla.org.xpi thunderbird-l10n-fr
}

# A mail server that people use. Debian's package starts one for the whole computer, which nobody asked for here: only the program is wanted.
need_dovecot() {
  need_file /usr/sbin/dovecot dovecot-imapd
  need_file /usr/lib/dovecot/imap dovecot-imapd
}

# The commands that install packages; without starting a service, now or at the next boot.
# https://people.debian.org/~hmh/invokerc.d-policyrc.d-specification.txt
installing() {
  local install="apt-get update && apt-get install --yes --no-install-recommends $*"
  case " $* " in
    *" dovecot-imapd "*)
      echo "policy=/usr/sbin/policy-rc.d; test -e \$policy ||" \
        "{ trap \"rm -f \$policy\" EXIT; printf \"#!/bin/sh\\nexit 101\\n\" >\$policy && chmod +x \$policy; };" \
        "$install && update-rc.d dovecot disable" ;;
    *) echo "$install" ;;
  esac
}

# Installs what is missing, or says the one command and ends.
install_missing() {
  [ ${#missing[@]} -gt 0 ] || return 0
  local install as=()
  mapfile -t missing < <(printf '%s\n' "${missing[@]}" | sort -u)
  install=$(installing "${missing[@]}")
  if ! command -v apt-get >/dev/null 2>&1; then
    echo "Missing are (by their names in Debian): ${missing[*]}. Install them with your system's package manager, then start this again." >&2
    exit 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      echo "Some packages are missing. Run this, then start $0 again:" >&2
      echo >&2
      echo "    sudo sh -c '$install'" >&2
      exit 1
    fi
    as=(sudo -n)
  fi
  echo "Installing ${missing[*]} …"
  if ! "${as[@]}" env DEBIAN_FRONTEND=noninteractive sh -c "$install" </dev/null >"$logs/packages.log" 2>&1; then
    tail -n 20 "$logs/packages.log" >&2
    echo "The packages could not be installed; all that apt-get said is in $logs/packages.log." >&2
    exit 1
  fi
  hash -r
}
