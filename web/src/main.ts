import './lib/ui/tokens.css';
import './lib/ui/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { restoreTheme } from './lib/frame/theme.svelte';
import { preferred, speak } from './lib/language/index.svelte';

restoreTheme();
const target = document.getElementById('app');
if (target) void speak(preferred()).then(() => mount(App, { target }));
