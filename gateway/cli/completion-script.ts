// `causeway completion`: what a shell is to read so that it asks `causeway complete`. Small scripts: all that is known
// of the commands stays in one table.

import { ExitCode } from './exit-codes.ts';

export type Shell = 'bash' | 'zsh' | 'fish';

export const SHELLS: readonly Shell[] = ['bash', 'zsh', 'fish'];

/** Names this very installation: the script works however `causeway` was called to write it. */
export function writeCompletion(shell: Shell): ExitCode {
  const ask = [process.execPath, process.argv[1] ?? 'causeway'].map(quoted).join(' ');
  process.stdout.write(SCRIPTS[shell](`${ask} complete --`));
  return ExitCode.Done;
}

function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}

const SCRIPTS: Readonly<Record<Shell, (ask: string) => string>> = {
  bash: (ask) => `# source <(causeway completion bash)
_causeway() {
  local line word current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=()
  while IFS= read -r line; do
    case "$line" in
      :files | :folders)
        compopt -o filenames 2>/dev/null
        while IFS= read -r word; do COMPREPLY+=("$word"); done < <(
          if [[ $line == :files ]]; then compgen -f -- "$current"; else compgen -d -- "$current"; fi
        ) ;;
      *) COMPREPLY+=("\${line%%$'\\t'*}") ;;
    esac
  done < <(${ask} "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _causeway causeway
`,
  zsh: (ask) => `#compdef causeway
# source <(causeway completion zsh), behind compinit
_causeway() {
  local line kind=''
  local -a found
  while IFS= read -r line; do
    case "$line" in
      :files | :folders) kind="$line" ;;
      *) found+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
    esac
  done < <(${ask} "\${(@)words[2,CURRENT]}" 2>/dev/null)
  (( \${#found} )) && _describe causeway found
  case "$kind" in
    :files) _files ;;
    :folders) _files -/ ;;
  esac
}
compdef _causeway causeway
`,
  fish: (ask) => `# causeway completion fish | source
function __causeway_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in (${ask} $words[2..-1] 2>/dev/null)
    switch $line
      case ':files'
        __fish_complete_path (commandline -ct)
      case ':folders'
        __fish_complete_directories (commandline -ct)
      case '*'
        printf '%s\\n' $line
    end
  end
end
complete -c causeway -f -a '(__causeway_complete)'
`,
};
