// A wire between the browser and the server, that a journey may cut: the pages and their worker then find nobody.
import { connect, createServer } from 'node:net';

/** `url` is that of the server, through the wire: of the same host, so that the cookies of one are sent to the other. */
export function wire(url) {
  const { hostname, port } = new URL(url);
  const open = new Set();
  let isCut = false;
  const gate = createServer((near) => {
    near.on('error', () => {});
    if (isCut) return near.destroy();
    const far = connect(Number(port), hostname);
    far.on('error', () => near.destroy());
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
    open.add(near);
    near.pipe(far).pipe(near);
  });
  const close = () => {
    for (const near of open) near.destroy();
    open.clear();
  };
  const cut = () => {
    isCut = true;
    close();
  };
  const stop = () => {
    cut();
    gate.close();
  };
  return new Promise((resolve) => {
    gate.listen(0, hostname, () => resolve({ url: `http://${hostname}:${gate.address().port}`, cut, mend: () => (isCut = false), stop }));
  });
}
