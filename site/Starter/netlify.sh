#!/usr/bin/env bash
# Builds the site on Netlify, whose image need not have .NET.
#   netlify.sh <address the site will stand at>
set -euo pipefail
cd "$(dirname "$0")"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
# The image need not have the ICU libraries; the site does not use them either.
export DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1

if ! dotnet --list-sdks 2>/dev/null | grep -q '^10\.'; then
  export DOTNET_ROOT="$HOME/.dotnet"
  export PATH="$DOTNET_ROOT:$PATH"
  installer="$(mktemp)"
  curl --fail --silent --show-error --location --retry 3 --output "$installer" https://dot.net/v1/dotnet-install.sh
  bash "$installer" --channel 10.0 --install-dir "$DOTNET_ROOT"
  rm "$installer"
fi

dotnet tool restore
dotnet tool run ledelsesdag build --base-url "$1"
