#!/usr/bin/env bash
# Builds everything and runs every test; ends with a line "N passed, N failed, N skipped".
# Needs the .NET 10 SDK, and for an executable of Native AOT clang and zlib. The tests of the deployment need Node 20
# and Python 3.11 besides, those of the website a Chromium: what they use of these is installed (below this folder, or by apt
# for root), and where it cannot be they are skipped.
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

# The CDK's command line, in the version of infra/package-lock.json.
if [ ! infra/node_modules/.package-lock.json -nt infra/package-lock.json ]; then
  npm ci --prefix infra --no-audit --no-fund || echo "The CDK's command line could not be installed: what needs it is skipped." >&2
fi

# moto and cfn-lint, in exactly these versions: of the Python at hand, else in an environment of our own.
requirements=tests/ModelMonitor.EndToEnd.Tests/LocalAws/requirements.txt
has_requirements() {
  "$1" - "$requirements" 2>/dev/null <<'PYTHON'
import importlib.metadata, re, sys
for name, version in re.findall(r"^([\w-]+).*==(\S+)", open(sys.argv[1]).read(), re.M):
    if importlib.metadata.version(name) != version:
        sys.exit(1)
PYTHON
}
if ! has_requirements python3; then
  has_requirements artifacts/python/bin/python \
    || { python3 -m venv artifacts/python && artifacts/python/bin/pip install --quiet --requirement "$requirements"; } \
    || echo "moto could not be installed: what needs it is skipped." >&2
  export PATH="$PWD/artifacts/python/bin:$PATH"
fi

# axe-core, in the version of its package-lock.json, and Chromium from Debian's packages where this may install them.
site=tests/ModelMonitor.Site.Tests
if [ ! $site/node_modules/.package-lock.json -nt $site/package-lock.json ]; then
  npm ci --prefix $site --no-audit --no-fund || echo "axe-core could not be installed: what needs it is skipped." >&2
fi
if [ "$(uname -s)" = Linux ] && [ "$(id -u)" -eq 0 ] && ! command -v chromium chromium-browser google-chrome > /dev/null; then
  { apt-get update --quiet --quiet && apt-get install --quiet --quiet --yes --no-install-recommends chromium; } > /dev/null 2>&1 \
    || echo "Chromium could not be installed: what needs it is skipped." >&2
fi

dotnet build ModelMonitor.sln --configuration "$configuration" || exit 1

# The functions' executable, once for all tests that run it.
if [ "$(uname -sm)" = "Linux x86_64" ]; then
  dotnet publish functions --configuration "$configuration" --runtime linux-x64 --output artifacts/functions/linux-x64 || exit 1
fi

rm -rf "$results"
mkdir -p "$results"
failed_projects=0
run_tests() {
  dotnet test "tests/$1" --configuration "$configuration" --no-build --logger "trx;LogFileName=$1.trx" --results-directory "$results"
}

# The tests of the deployment wait more than they work: they run beside the others, and tell when those are through.
deployment= deployment_log=$results/deployment.log
trap '[ -n "$deployment" ] && pkill -P "$deployment"; exit 130' INT TERM
for project in tests/*.Tests; do
  name=$(basename "$project")
  case "$name" in *"$word"*) ;; *) continue ;; esac
  if [ "$name" = ModelMonitor.EndToEnd.Tests ]; then
    run_tests "$name" > "$deployment_log" 2>&1 &
    deployment=$!
  else
    run_tests "$name" || failed_projects=$((failed_projects + 1))
  fi
done
if [ -n "$deployment" ]; then
  wait "$deployment" || failed_projects=$((failed_projects + 1))
  cat "$deployment_log"
fi

# The counters of the trx files: a project that crashed before writing one counts as one failure.
total() { cat "$results"/*.trx 2>/dev/null | grep -o "<Counters [^>]*" | grep -o " $1=\"[0-9]*\"" | tr -dc '0-9\n' | awk '{ n += $1 } END { print n + 0 }'; }
executed=$(total total) passed=$(total passed) failed=$(total failed)
skipped=$((executed - passed - failed))
if [ "$failed" -eq 0 ] && [ "$failed_projects" -gt 0 ]; then
  failed=$failed_projects
fi

echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
