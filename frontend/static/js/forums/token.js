// The token that a page's forms carry: what a script sends in their stead is refused without it.
export const csrf = document.querySelector('meta[name="csrf-token"]')?.content ?? "";
