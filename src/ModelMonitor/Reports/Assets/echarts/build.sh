#!/usr/bin/env bash
# Remakes ../echarts.js, the part of Apache ECharts that the reports use, from the versions that package-lock.json pins.
# Needs Node.js 20 or newer; building and running the product does not.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
npm ci --no-audit --no-fund --ignore-scripts
banner="/*! Apache ECharts 6.1.0 (https://echarts.apache.org), Copyright 2017-2026 The Apache Software Foundation, Apache License 2.0."
banner+=$'\n'"    With zrender (BSD 3-Clause, Copyright Baidu Inc.) and tslib (0BSD, Copyright Microsoft Corporation). See echarts.LICENSE.txt. */"
npx --no-install esbuild entry.js --bundle --minify --format=iife --target=es2020 --charset=utf8 \
  --legal-comments=none --banner:js="$banner" --outfile=../echarts.js
{
  cat node_modules/echarts/NOTICE
  printf '\n---- Apache ECharts ----\n\n'
  cat node_modules/echarts/LICENSE
  printf '\n---- d3, of which Apache ECharts holds parts ----\n\n'
  cat node_modules/echarts/licenses/LICENSE-d3
  printf '\n---- zrender ----\n\n'
  cat node_modules/zrender/LICENSE
  printf '\n---- tslib ----\n\n'
  cat node_modules/tslib/LICENSE.txt
} | sed 's/[[:space:]]*$//' > ../echarts.LICENSE.txt
