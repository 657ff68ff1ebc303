import { statfs } from 'node:fs/promises'

/** Whether the disk under a folder has more than this free; what only root may use does not count. */
export const freeSpaceOf = (folder: string, minFreeMegabytes: number) => async (): Promise<boolean> => {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize >= minFreeMegabytes * 1024 * 1024
}
