/** A stylesheet's text, bundled and minified: Vite's way of asking for it, which the build understands, too. */
declare module '*.css?inline' {
  const css: string;
  export default css;
}
