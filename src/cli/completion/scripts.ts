/** What each shell has to be told: it asks `runbook __complete` at every Tab. */
export const COMPLETIONS = {
  bash: `# Completion of runbook for bash. Install: runbook completion bash > ~/.local/share/bash-completion/completions/runbook
_runbook() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("\${line%%$'\\t'*}")
  done < <("$1" __complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
  if [[ \${COMPREPLY[0]-} == *= ]]; then compopt -o nospace 2>/dev/null || true; fi
  return 0
}
complete -o default -F _runbook runbook
`,
  zsh: `#compdef runbook
# Completion of runbook for zsh. Install: runbook completion zsh > a folder of $fpath, as _runbook
_runbook() {
  local line
  local -a found
  for line in "\${(@f)$(runbook __complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}"; do
    [[ -n $line ]] || continue
    found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done
  if (( $#found )); then
    _describe runbook found
  else
    _files
  fi
}
if [[ $funcstack[1] == _runbook ]]; then
  _runbook "$@"
else
  compdef _runbook runbook
fi
`,
  fish: `# Completion of runbook for fish. Install: runbook completion fish > ~/.config/fish/completions/runbook.fish
function __runbook_complete
    set -l words (commandline -opc) (commandline -ct | string collect --allow-empty)
    command runbook __complete -- $words[2..-1] 2>/dev/null
end
complete -c runbook -f -a '(__runbook_complete)'
complete -c runbook -n '__fish_seen_subcommand_from lint' -F
`,
} as const;
