import './lib/ui/tokens.css';
import './lib/ui/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { restoreTheme } from './lib/frame/theme.svelte';
import { preferred, speak } from './lib/language/index.svelte';
import { startWorker } from './lib/offline/worker';

restoreTheme();
const target = document.getElementById('app');
if (target) {
  speak(preferred()).then(
    () => {
      mount(App, { target });
      void startWorker();
    },
    // The sentences themselves did not come: these two are all there is.
    () => (target.textContent = 'Le serveur ne répond plus : rechargez la page. The server stopped answering: reload the page.'),
  );
}
