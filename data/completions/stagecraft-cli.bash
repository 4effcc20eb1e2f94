# stagecraft-cli.bash: completion for bash
#
# Copyright 2026 The Stagecraft authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Files that can be opened, and folders.
_stagecraft_cli_files() {
  local IFS=$'\n' suffix
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen -d -- "$cur"))
  for suffix in stagecraft xaml zip; do
    COMPREPLY+=($(compgen -f -X "!*.$suffix" -- "$cur"))
  done
}

_stagecraft_cli() {
  local cur="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD - 1]}"
  local command="${COMP_WORDS[1]}" options=''
  COMPREPLY=()

  # "--format=json" arrives in three words.
  if [[ $before == '=' ]]; then
    before="${COMP_WORDS[COMP_CWORD - 2]}"
  elif [[ $cur == '=' ]]; then
    cur=''
  fi

  if ((COMP_CWORD == 1)); then
    COMPREPLY=($(compgen -W 'info check convert export import-metadata tables columns new access grant revoke rules help --help --version' -- "$cur"))
    return
  fi

  case $command in
    info | rules | tables | columns) options='--format --help' ;;
    check)
      options='--format --output --severity --rule --settings --limits --baseline --jobs --quiet --help'
      ;;
    access) options='--flow --role --tables --persona --app --compare --with --format --help' ;;
    grant) options='--role --create-role --flow --all-flows --preset --privileges --output --format --help' ;;
    revoke) options='--role --flow --all-flows --preset --privileges --output --format --help' ;;
    import-metadata) options='--help' ;;
    convert) options='--flow --rewrite --help' ;;
    export) options='--zip --folder --version --raise-version --note --format --help' ;;
    new)
      options='--name --unique-name --version --publisher --prefix --option-prefix --table --template --flow --list --help'
      ;;
    help)
      COMPREPLY=($(compgen -W 'info check convert export import-metadata tables columns new access grant revoke rules' -- "$cur"))
      return
      ;;
    *) return ;;
  esac

  case $before in
    --format | -f)
      if [[ $command == check ]]; then
        COMPREPLY=($(compgen -W 'text json sarif junit' -- "$cur"))
        return
      elif [[ $command == access ]]; then
        COMPREPLY=($(compgen -W 'text csv json markdown' -- "$cur"))
        return
      elif [[ $command != convert && $command != new && $command != import-metadata ]]; then
        COMPREPLY=($(compgen -W 'text json' -- "$cur"))
        return
      fi
      ;;
    --severity | -s)
      COMPREPLY=($(compgen -W 'error warning advice' -- "$cur"))
      return
      ;;
    --limits | -l)
      compopt -o nospace 2>/dev/null
      COMPREPLY=($(compgen -W 'flows-per-table=' -- "$cur"))
      return
      ;;
    --output | --settings | --baseline | -o | -S | -b)
      if [[ $command == check || $command == grant || $command == revoke ]]; then
        local IFS=$'\n'
        compopt -o filenames 2>/dev/null
        COMPREPLY=($(compgen -f -- "$cur"))
        return
      fi
      # -o of "new" is a number.
      return
      ;;
    --with | -w)
      local IFS=$'\n'
      compopt -o filenames 2>/dev/null
      COMPREPLY=($(compgen -f -- "$cur"))
      return
      ;;
    --preset)
      COMPREPLY=($(compgen -W 'viewer user full' -- "$cur"))
      return
      ;;
    --privileges | -P)
      COMPREPLY=($(compgen -W 'create read write delete append append-to' -- "$cur"))
      return
      ;;
    --template | -T)
      COMPREPLY=($(compgen -W 'empty four-stages approval lead-to-opportunity opportunity-sales phone-to-case' -- "$cur"))
      return
      ;;
    --rule | --role | -R | --persona | --app | --jobs | -j | --flow | -F | --version | -V | --name | -N | --unique-name | -u | --publisher | -p | --prefix | \
      -x | --option-prefix | --table | -t)
      # Only the person knows.
      return
      ;;
  esac

  if [[ $cur == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$cur"))
    return
  fi
  _stagecraft_cli_files
}

complete -F _stagecraft_cli stagecraft-cli
