import { staffLimits } from '../../../api/domain/staff-post.ts'

/** "1A, 2b" as class groups, each once; null when one of them is too long to be one. */
export function typedClasses(typed: string): readonly string[] | null {
  const classes = [
    ...new Set(
      typed
        .split(/[,;\n]/)
        .map((name) => name.trim())
        .filter(Boolean),
    ),
  ]
  return classes.every((name) => name.length <= staffLimits.classGroup) ? classes : null
}
