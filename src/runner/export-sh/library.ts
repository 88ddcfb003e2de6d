/** What every exported script has in front of its steps. Names begin so that no step takes one. */
export const LIBRARY = `set -euo pipefail
runbook_session=$(mktemp -d)
runbook_children=''
runbook_finished=' '
runbook_skipped=' '
runbook_step=''

runbook_say() { printf '%s\\n' "$*" >&2; }

runbook_refuse() {
  runbook_say "$1"
  exit 2
}

# Ends what runs in the background, grandchildren included, and removes what was kept.
runbook_leave() {
  local child
  for child in $runbook_children; do kill -TERM -- "-$child" 2>/dev/null || true; done
  for child in $runbook_children; do
    for _ in {1..25}; do
      kill -0 -- "-$child" 2>/dev/null || break
      sleep 0.2
    done
    kill -KILL -- "-$child" 2>/dev/null || true
  done
  rm -rf -- "$runbook_session"
}
trap runbook_leave EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM

# What a step exports, its functions and its folder are there for the steps behind it.
runbook_keep() {
  {
    (
      set -o posix
      export -p
    )
    declare -f
    printf 'cd -- %q\\n' "$PWD"
  } >"$runbook_session/new"
  mv -f "$runbook_session/new" "$runbook_session/state"
}

runbook_resume() {
  set -euo pipefail
  # shellcheck source=/dev/null
  if [ -e "$runbook_session/state" ]; then . "$runbook_session/state"; fi
}

# fits NAME PATTERN WHAT LONGEST: refuses a value that is of another type.
runbook_fits() {
  local LC_ALL=C value=\${!1}
  if [[ $value =~ $2 ]] && [ "\${#value}" -le "$4" ]; then return 0; fi
  runbook_refuse "$1: expected $3."
}

# begin NAME KIND TEXT NEEDS...: false where the step is done, or is skipped.
runbook_begin() {
  local need
  case $runbook_finished$runbook_skipped in *" $1 "*) return 1 ;; esac
  runbook_watch
  runbook_step=$1
  runbook_say "
== $1 ($2)\${3:+ $3}"
  shift 3
  for need in "$@"; do
    case $runbook_skipped in *" $need "*)
      runbook_say "Skipped, because $need was skipped."
      runbook_skipped="$runbook_skipped$runbook_step "
      return 1
      ;;
    esac
  done
}

# finish CODE ACCEPTED UNDO: goes on, or ends the run.
runbook_finish() {
  set -e
  case " $2 " in *" $1 "*)
    runbook_finished="$runbook_finished$runbook_step "
    return 0
    ;;
  esac
  runbook_say "$runbook_step failed with exit code $1."
  if [ -n "$3" ]; then runbook_say "What it did is taken back by: bash $0 $3"; fi
  exit 1
}

runbook_skip() {
  runbook_say "Skipped."
  runbook_skipped="$runbook_skipped$runbook_step "
}

# Without an answer nothing is done.
runbook_stop() {
  runbook_say "Stopped before $runbook_step."
  exit 1
}

# A background step has to live as long as the run.
runbook_watch() {
  local child
  for child in $runbook_children; do
    kill -0 "$child" 2>/dev/null && continue
    runbook_say "A background step has ended too early. Its output:"
    cat "$runbook_session"/*.log >&2 || true
    exit 1
  done
}
`;

/** For pages with steps that change something. */
export const CONSENT = `
# agree FUNCTION WORD INPUTS...: shows what will run and asks; false where the person skips it.
runbook_agree() {
  local name function=$1 word=$2 answer=''
  shift 2
  declare -f "$function" >&2
  for name in "$@"; do runbook_say "  $name=\${!name}"; done
  runbook_say "  in $PWD"
  if command -v kubectl >/dev/null 2>&1; then
    runbook_say "  kube context $(kubectl config current-context 2>/dev/null || echo none)"
  fi
  printf 'Type %s to run it, s to skip it, anything else to stop: ' "$word" >&2
  read -r answer || true
  case $answer in
    "$word") ;;
    s | skip)
      runbook_skip
      return 1
      ;;
    *) runbook_stop ;;
  esac
}
`;

/** For pages with manual steps. */
export const MANUAL = `
# A person says what became of the step; false where they skip it.
runbook_tick() {
  local answer=''
  printf 'Type d when it is done, s to skip it, anything else to stop: ' >&2
  read -r answer || true
  case $answer in
    d | done) ;;
    s | skip)
      runbook_skip
      return 1
      ;;
    *) runbook_stop ;;
  esac
}
`;

/** For pages with background steps. */
export const BACKGROUND = `
# start FUNCTION READY: starts it in a group of its own and waits until it is ready.
runbook_start() {
  local log="$runbook_session/$runbook_step.log" child
  case $2 in port:*)
    if runbook_answers "\${2#port:}"; then runbook_refuse "Port \${2#port:} is in use already."; fi
    ;;
  esac
  set -m
  "$1" </dev/null >"$log" 2>&1 &
  child=$!
  set +m
  runbook_children="$child $runbook_children"
  for _ in {1..300}; do
    runbook_watch
    case $2 in
      '') return 0 ;;
      port:*) if runbook_answers "\${2#port:}"; then return 0; fi ;;
      log:*) if grep -qF -- "\${2#log:}" "$log"; then return 0; fi ;;
    esac
    sleep 0.1
  done
  runbook_say "Not ready in 30 seconds ($2). Its output:"
  cat "$log" >&2
  exit 1
}

runbook_answers() { (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }
`;

/** For pages with queries. */
export const QUERIES = `
# literal QUOTE VALUE: the value as a part of a PromQL string in those quotes.
runbook_literal() {
  local value=$2 backslash=\\\\ newline='
'
  if [ "$1" = '\`' ]; then
    case $value in *'\`'*) runbook_refuse "A value with a backquote does not fit into the query." ;; esac
    printf '%s' "$value"
    return 0
  fi
  value=\${value//"$backslash"/"$backslash$backslash"}
  value=\${value//"$1"/"$backslash$1"}
  value=\${value//"$newline"/"\${backslash}n"}
  printf '%s' "$value"
}

# query TEXT: prints the samples, a line each.
runbook_query() {
  runbook_reply=$(curl -sS -G --max-time 30 --data-urlencode "query=$1" "\${PROMETHEUS_URL%/}/api/v1/query") || return 1
  case $runbook_reply in
    *'"status":"success"'*) ;;
    *)
      runbook_say "$runbook_reply"
      return 1
      ;;
  esac
  printf '%s\\n' "$runbook_reply" | awk '{
    count = split($0, series, /[{]"metric":/)
    if (count == 1) print (/"result":[[][]]/ ? "(no series)" : $0)
    for (at = 2; at <= count; at++) {
      if (match(series[at], /,"value":[[][^]]*[]]/)) {
        value = substr(series[at], RSTART, RLENGTH)
        gsub(/^[^"]*"value":[^"]*"|"[]]$/, "", value)
        print substr(series[at], 1, RSTART - 1) "  " value
      } else print series[at]
    }
  }'
}

# holds EXPECT: whether the last answer is as expected; every sample has to be.
runbook_holds() {
  local count
  count=$( (printf '%s\\n' "$runbook_reply" | grep -oE '[{]"metric":|"result":[[][0-9]' || true) | wc -l)
  case $1 in
    '') return 0 ;;
    empty) [ "$count" -eq 0 ] ;;
    any) [ "$count" -gt 0 ] ;;
    *)
      (printf '%s\\n' "$runbook_reply" | grep -oE '"(value|result)":[[][0-9.e+]+,"[^"]*"[]]' || true) |
        awk -F '"' -v expect="$1" -v count="$count" '
          BEGIN { split(expect, part, " "); limit = part[2] + 0; infinite = 1e308 * 10 }
          {
            value = $4 == "+Inf" ? infinite : $4 == "-Inf" ? -infinite : $4 + 0
            if ($4 == "NaN" || $4 !~ /[0-9]|Inf/) next
            if (part[1] == "<" && value < limit) fits++
            if (part[1] == "<=" && value <= limit) fits++
            if (part[1] == ">" && value > limit) fits++
            if (part[1] == ">=" && value >= limit) fits++
            if (part[1] == "==" && value == limit) fits++
            if (part[1] == "!=" && value != limit) fits++
          }
          END { exit !(count > 0 && fits == count) }'
      ;;
  esac
}

# ask TEXT EXPECT WITHIN EVERY: asks until the answer is as expected, or for so many seconds.
runbook_ask() {
  local end=$((SECONDS + $3))
  until runbook_query "$1" && runbook_holds "$2"; do
    if [ "$SECONDS" -ge "$end" ]; then
      if [ -n "$2" ]; then runbook_say "Expected: $2"; fi
      return 1
    fi
    sleep "$4"
  done
}
`;
