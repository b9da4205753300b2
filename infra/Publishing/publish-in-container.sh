#!/usr/bin/env bash
# Makes the functions' asset in a container: the executable and the monitor files.
# The sources are copied first, so that the build leaves nothing in the checkout.
set -euo pipefail
runtime=$1
export HOME=/tmp/home DOTNET_CLI_HOME=/tmp/home NUGET_PACKAGES=/tmp/packages DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1

mkdir -p /tmp/build "$HOME"
tar -C /asset-input --exclude=bin --exclude=obj -cf - src functions global.json Directory.* BannedSymbols.txt .editorconfig | tar -C /tmp/build -xf -
cd /tmp/build
dotnet publish functions --configuration Release --runtime "$runtime" --output /tmp/out

install -m 755 /tmp/out/bootstrap /asset-output/bootstrap
mkdir -p /asset-output/monitors
find /monitors -maxdepth 1 -name '*.json' ! -name '*.schema.json' -exec cp {} /asset-output/monitors/ \;
find /monitors -maxdepth 1 -name '*.js' -exec cp {} /asset-output/monitors/ \;
