#!/usr/bin/env node
import '../dist/percosec.js';
