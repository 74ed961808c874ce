#!/usr/bin/env bash
# Runs the fast suites of docs/reliability.md under each Python from 3.11 to 3.14 that this machine has.
set -uo pipefail
cd "$(dirname "$0")/../.."
status=0
for version in 3.11 3.12 3.13 3.14; do
  python=$(command -v "python$version" || ls -d "${PYENV_ROOT:-$HOME/.pyenv}"/versions/"$version".*/bin/python 2>/dev/null | tail -1)
  if [ -z "$python" ]; then echo "Python $version: not on this machine"; continue; fi
  venv=$(mktemp -d)
  if "$python" -m venv "$venv" && "$venv/bin/pip" install --quiet -e '.[test]'; then
    "$venv/bin/pytest" -q tests/reliability tests/test_errors.py tests/test_terminal.py tests/graph/test_files.py \
      && echo "Python $version: passed" || { echo "Python $version: FAILED"; status=1; }
  else
    echo "Python $version: cannot be installed into"; status=1
  fi
  rm -rf "$venv"
done
exit $status
