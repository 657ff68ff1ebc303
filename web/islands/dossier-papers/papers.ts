/** All that making a paper needs beyond the page of the dossier: fetched when somebody makes one. */
export { default as words } from '../../text/nl/team-dossier-papers.ts'
export { default as Paper } from './Paper.svelte'
