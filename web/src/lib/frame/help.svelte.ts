/** Whether the help of the page is asked for. */
let shown = $state(false);

export const helpShown = () => shown;

export function showHelp(): void {
  shown = true;
}

export function hideHelp(): void {
  shown = false;
}
