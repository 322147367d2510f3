// Shows what the server pushes while no page is open. Served from the root as /push-worker.js; it keeps nothing.
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("push", (event) => {
  const { title, body, path, tag } = event.data.json();
  const looks = { icon: "/static/images/icon-180.png", badge: "/static/images/icon-180.png" };
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: { path }, ...looks }));
});

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(show(new URL(event.notification.data.path, self.location.origin)));
});

/** Brings the page to the front where it is open already, so that nothing half written is lost. */
async function show(address) {
  if (address.origin !== self.location.origin) return;
  const open = await self.clients.matchAll({ type: "window", includeUncontrolled: true });
  const same = open.find(({ url }) => new URL(url).pathname === address.pathname);
  await (same ? same.focus() : self.clients.openWindow(address.href));
}
