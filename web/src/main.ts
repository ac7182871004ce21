import './lib/ui/tokens.css';
import './lib/ui/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { restoreTheme } from './lib/frame/theme.svelte';
import { preferred, speak } from './lib/language/index.svelte';

restoreTheme();
const target = document.getElementById('app');
if (target) {
  speak(preferred()).then(
    () => mount(App, { target }),
    // The sentences themselves did not come: these two are all there is.
    () => (target.textContent = 'Le serveur ne répond plus : rechargez la page. The server stopped answering: reload the page.'),
  );
}
