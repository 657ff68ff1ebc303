const every = 60_000

/**
 * Looks once a minute while somebody can see the page. Looking is not working: it does not count as activity, so it
 * keeps no session open. @returns how to stop.
 */
export function whileVisible(look: () => void): () => void {
  const timer = setInterval(() => {
    if (document.visibilityState === 'visible') look()
  }, every)
  return () => clearInterval(timer)
}
