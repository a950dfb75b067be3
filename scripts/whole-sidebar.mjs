// Entry of the bundle whose size is budgeted: every part of the sidebar, without a host around it.
export const modules = import.meta.glob("/src/sidebar/**/*.{ts,tsx}", { eager: true });
