# What happens at the place of publication, whether a folder here or on another machine: one run of this script,
# under one lock, from the upload to the swap. Plain POSIX sh with flock, tar and sha256sum; see upload.py.
#
#   releases/                    ours alone, which the file .open-bureau in it says; nothing elsewhere is ever removed
#   releases/<number>-<digest>/  one whole site each
#   current -> releases/...      the server's root, changed by one rename(2): there is a whole site at every moment
#
# A run that dies on the way leaves incoming, removing.* or current.new in releases/, which nobody serves and the next
# run clears away, and a lock that dies with its holder.
set -eu
umask 022
export LC_ALL=C
unset CDPATH
action=$1 target=$2
case $target in /*) ;; *) target=./$target ;; esac

ADDRESSES_LOST=76 LOCKED=75 NOT_WHOLE=74 NOT_OURS_TO_SWAP=73 NOTHING_BEFORE=72 TOOL_MISSING=71 FOREIGN=70
MARK=.open-bureau

for tool in flock tar sha256sum; do
  command -v "$tool" >/dev/null || { echo "$tool" >&2; exit $TOOL_MISSING; }
done
if [ "$action" = publish ]; then mkdir -p "$target"; fi
cd "$target" 2>/dev/null || exit $NOTHING_BEFORE

# A folder is taken for publishing only while it is empty; a first run that died before the mark left an empty releases/.
if [ ! -f "releases/$MARK" ] || [ -L releases ]; then
  [ "$action" = publish ] || exit $NOTHING_BEFORE
  others=$(find . -mindepth 1 ! \( -path ./releases -type d \) | head -n 3 | tr '\n' ' ')
  if [ -n "$others" ]; then echo "$others" >&2; exit $FOREIGN; fi
  mkdir -p releases
  : >"releases/$MARK"
fi
exec 9>releases/.lock
flock -n 9 || exit $LOCKED

# The name of the live release and its number; nothing and 0 before the first. A current that is no link, or leads
# elsewhere, was put there by somebody else.
live=$(readlink current 2>/dev/null || true)
if [ -n "$live" ] || [ -e current ]; then
  [ "$(printf '%s\n' "$live" | wc -l)" -eq 1 ] || exit $NOT_OURS_TO_SWAP
  echo "$live" | grep -qE '^releases/[0-9]+-[0-9a-f]{16}$' || exit $NOT_OURS_TO_SWAP
fi
live=${live#releases/}
number=${live%%-*}
number=${number:-0}

# The releases by number, and those that were rolled back (.back).
releases() { ls releases | grep -E '^[0-9]+-[0-9a-f]{16}(\.back)?$' | sort -n; }
standing() { releases | grep -v '\.back$' || true; }

# A release that is no longer wanted vanishes at once, and its files after.
remove() {
  mv "releases/$1" "releases/removing.$1"
  rm -rf "releases/removing.$1"
}

# What an interrupted run left: never live, since only the swap makes a release live.
clear_away() {
  rm -rf releases/incoming releases/incoming.kept releases/removing.* releases/current.new
  if [ -z "$live" ]; then return; fi  # Somebody took current away: nobody knows which releases are wanted.
  for name in $(standing); do
    if [ "${name%%-*}" -gt "$number" ]; then remove "$name"; fi
  done
}

# Whether every file listed in $1 is there as listed, no other is, and the list is the one called $2.
whole() {
  [ "$(sha256sum <"$1/SHA256SUMS" | cut -c 1-16)" = "$2" ] && (cd "$1" && sha256sum -c SHA256SUMS >/dev/null 2>&1)
}

# The live addresses that the upload lacks, none if nothing is live; $1 are files that no reader links to, as an
# extended regular expression.
lost() {
  if [ -z "$live" ]; then return; fi
  awk '{name = substr($0, 67)} NR == FNR {there[name]; next} !(name in there) {print name}' \
    releases/incoming/SHA256SUMS "releases/$live/SHA256SUMS" | grep -vxE "$1" | sed 's,index\.html$,,; s,^,/,' || true
}

# Readers with a page of another release open go on loading its scripts, styles and search index: what is named after
# its content stays beside that of $1, as links to the same files, and is listed in SHA256SUMS.kept.
keep_assets() {
  named='^[0-9a-f]{64}  (assets/[^/]+|search/[^/]+/[0-9a-f]+)(/.*)?$'
  rm -rf "$1/.kept"
  {
    cat "$1/SHA256SUMS.kept" 2>/dev/null || true  # What it kept when it was first live is still there.
    for old in $(releases); do
      for name in $(sed -nE "s,$named,\\1,p" "releases/$old/SHA256SUMS" | sort -u); do
        if [ -e "$1/$name" ]; then continue; fi
        mkdir -p "$1/${name%/*}"
        cp -Rl "releases/$old/$name" "$1/.kept"
        mv "$1/.kept" "$1/$name"
      done
      grep -E "$named" "releases/$old/SHA256SUMS" || true
    done
  } | sort -u | grep -vxF -f "$1/SHA256SUMS" >releases/incoming.kept || true
  mv releases/incoming.kept "$1/SHA256SUMS.kept"
}

# The one step that readers notice. On the disk first, so that no loss of power can leave a hollow site.
swap_to() {
  sync -f releases 2>/dev/null || sync
  ln -s "releases/$1" releases/current.new
  mv -T releases/current.new current
}

publish() {
  digest=$1 keep=$2 unlinked=$3
  if [ "${live#*-}" = "$digest" ] && whole "releases/$live" "$digest"; then
    echo "$live"
    return
  fi
  incoming=releases/incoming
  mkdir "$incoming"
  tar -xmof - -C "$incoming"  # What it says of a full disk or an upload cut short is told.
  whole "$incoming" "$digest" || exit $NOT_WHOLE
  [ "$(find "$incoming" ! -type d | wc -l)" -eq "$(($(wc -l <"$incoming/SHA256SUMS") + 1))" ] || exit $NOT_WHOLE
  lost=$(lost "$unlinked")
  if [ -n "$lost" ]; then
    echo "$lost" | head -n 20 >&2
    exit $ADDRESSES_LOST
  fi
  keep_assets "$incoming"
  last=$(releases | tail -n 1)
  last=${last%%-*}
  name=$((${last:-0} + 1))-$digest
  mv "$incoming" "releases/$name"
  swap_to "$name"
  # Releases that were rolled back do not count, so that there is always one to go back to.
  oldest=$(standing | tail -n "$keep" | head -n 1)
  for old in $(releases); do
    if [ "${old%%-*}" -lt "${oldest%%-*}" ]; then remove "$old"; fi
  done
  echo "$name"
}

rollback() {
  before=
  for name in $(standing); do
    if [ "${name%%-*}" -lt "$number" ]; then before=$name; fi
  done
  [ -n "$before" ] || exit $NOTHING_BEFORE
  whole "releases/$before" "${before#*-}" || exit $NOT_WHOLE
  keep_assets "releases/$before"
  swap_to "$before"
  mv "releases/$live" "releases/$live.back"
  echo "$before"
}

trap 'rm -rf releases/incoming releases/incoming.kept' EXIT  # A failure leaves no full disk.
clear_away
"$action" "${3:-}" "${4:-}" "${5:-}"
