/** The secret of an invitation: read once from the end of the address, then taken out of it, and never sent in one. */
export const INVITATION = '/invitation';

let secret = $state('');

take();
window.addEventListener('hashchange', take);

/** Empty when the page was reached without one. */
export function invitationSecret(): string {
  return secret;
}

function take(): void {
  const { pathname, hash } = window.location;
  if (pathname !== INVITATION || hash.length < 2) return;
  secret = hash.slice(1);
  history.replaceState(null, '', INVITATION);
}
