#!/usr/bin/env bash
# Builds everything and runs every test; ends with a line "N passed, N failed, N skipped".
# Needs the .NET 10 SDK and nothing else.
#
#   ./test.sh                 all tests
#   ./test.sh Statistics      the test projects whose name contains the word
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit 1

configuration=Release
results=artifacts/test-results
word=${1:-}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

major=$(dotnet --version 2>/dev/null | cut -d. -f1)
if [ "${major:-0}" -lt 10 ]; then
  echo "The .NET 10 SDK is needed (https://dotnet.microsoft.com/download); found: ${major:-none}." >&2
  exit 1
fi

dotnet build ModelMonitor.sln --configuration "$configuration" || exit 1

rm -rf "$results"
failed_projects=0
for project in tests/*.Tests; do
  name=$(basename "$project")
  case "$name" in *"$word"*) ;; *) continue ;; esac
  dotnet test "$project" --configuration "$configuration" --no-build \
    --logger "trx;LogFileName=$name.trx" --results-directory "$results" || failed_projects=$((failed_projects + 1))
done

# The counters of the trx files: a project that crashed before writing one counts as one failure.
total() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'; }
executed=$(total total) passed=$(total passed) failed=$(total failed)
skipped=$((executed - passed - failed))
if [ "$failed" -eq 0 ] && [ "$failed_projects" -gt 0 ]; then
  failed=$failed_projects
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
