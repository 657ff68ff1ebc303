import { findOnPath, installDebianPackages } from './system-package.ts'

/** Path of the reference `age` command, with which anyone opens what the program exports. Installed when missing. */
export function ageCommand(): string {
  const found = findOnPath('age')
  if (found) return found
  installDebianPackages(['age'])
  return findOnPath('age') ?? '/usr/bin/age'
}
