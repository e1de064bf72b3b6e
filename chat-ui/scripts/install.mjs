// Installs the packages when package-lock.json is newer than what is installed.
import { execSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`chat-ui needs Node 20.19 or newer, this is ${process.versions.node}\n`)
  process.exit(1)
}

// npm writes this file last, so that a broken-off installation is begun again.
const installed = 'node_modules/.package-lock.json'
const fresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync('package-lock.json').mtimeMs
if (!fresh) execSync('npm ci', { stdio: 'inherit' })
