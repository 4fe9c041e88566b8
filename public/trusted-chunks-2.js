// Scripts may come from the application's own build only, and from the one file that serves drafts without
// a network. The bundler asks for its later chunks by plain address, which the newsroom's policy (trusted
// types) refuses unless this says yes.
if (window.trustedTypes) {
  window.trustedTypes.createPolicy('default', {
    createScriptURL(address) {
      const url = new URL(address, window.location.origin);
      const isOwn = url.pathname.startsWith('/_next/static/') || url.pathname === '/redaksi/luring.js';
      // As it came: the bundler knows its chunks by the very text of their address.
      return url.origin === window.location.origin && isOwn ? address : null;
    },
  });
}
