// What hosts' sheets do to whatever stands on their pages, without a layer, after the kit's own.

/** The rules of Tailwind 4's preflight. */
const preflight = `
  *, ::after, ::before, ::backdrop, ::file-selector-button { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid; }
  html { line-height: 1.5; tab-size: 4; font-feature-settings: normal; -webkit-tap-highlight-color: transparent; }
  hr { height: 0; color: inherit; border-top-width: 1px; }
  abbr:where([title]) { text-decoration: underline dotted; }
  h1, h2, h3, h4, h5, h6 { font-size: inherit; font-weight: inherit; }
  a { color: inherit; text-decoration: inherit; }
  b, strong { font-weight: bolder; }
  code, kbd, samp, pre { font-family: monospace; font-size: 1em; }
  small { font-size: 80%; }
  sub, sup { font-size: 75%; line-height: 0; position: relative; vertical-align: baseline; }
  table { text-indent: 0; border-color: inherit; border-collapse: collapse; }
  progress { vertical-align: baseline; }
  summary { display: list-item; }
  ol, ul, menu { list-style: none; }
  img, svg, video, canvas, audio, iframe, embed, object { display: block; vertical-align: middle; }
  img, video { max-width: 100%; height: auto; }
  button, input, select, optgroup, textarea, ::file-selector-button {
    font: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1;
  }
  ::placeholder { opacity: 1; color: color-mix(in oklab, currentcolor 50%, transparent); }
  textarea { resize: vertical; }
  button, input:where([type='button'], [type='reset'], [type='submit']), ::file-selector-button { appearance: button; }
  ::-webkit-inner-spin-button, ::-webkit-outer-spin-button { height: auto; }
  [hidden]:where(:not([hidden='until-found'])) { display: none !important; }
`;

/** One rule for everything that is undone by it. */
const reverted = '* { all: revert; }';

/** A shop of the nineties. */
const loud = `
  html { font-size: 10px; }
  button, input, select, textarea {
    background: red; color: yellow; text-transform: uppercase; padding: 40px; margin: 9px; border: 5px dashed lime;
    border-radius: 50px; letter-spacing: 9px; font: italic bold 30px serif; min-width: 300px; width: 100%; float: left;
    box-shadow: 0 0 20px blue; text-shadow: 2px 2px blue; line-height: 3; height: 90px; appearance: none;
  }
  svg { display: block; fill: red; stroke: lime; width: 300px; height: 200px; margin: 20px; }
  svg *, path, line, rect, circle, polyline { fill: red; stroke: lime; stroke-width: 9px; }
  table { width: 50%; border: 4px solid red; border-collapse: separate; border-spacing: 12px; margin: 30px; background: pink; }
  th, td { padding: 30px; border: 3px solid lime; text-align: center; vertical-align: bottom; background: yellow; }
  h1, h2, h3, h4, h5, h6 { font: bold 60px cursive; color: red; margin: 50px; text-transform: uppercase; text-decoration: underline; }
  p { margin: 40px; text-indent: 60px; font-size: 30px; color: red; line-height: 3; max-width: 100px; }
  ul, ol, menu { margin: 30px; padding: 60px; list-style: square outside; background: pink; }
  li { margin: 20px; padding: 20px; list-style: square; display: block; font-weight: bold; border: 1px solid red; }
  dl, dt, dd { margin: 30px; padding: 10px; float: left; font-weight: bold; color: red; background: pink; }
  span, bdi, time, em, strong, b, i, small, code { color: red; padding: 7px; font-size: 30px; text-transform: uppercase; display: inline-block; border: 1px solid red; }
  a { color: lime; text-decoration: line-through; font-weight: bold; padding: 20px; display: block; }
  label, fieldset, legend, output { display: block; color: red; font-size: 30px; margin: 30px; padding: 9px; float: right; }
  section, article, figure, figcaption, header, footer, div { padding: 25px; margin: 25px; border: 5px solid red; background: pink; }
  details, summary { padding: 40px; color: red; list-style: square; background: pink; }
  meter, progress, hr { height: 90px; margin: 30px; border: 4px solid red; }
`;

export const HOSTILE = {
  "Tailwind 4's preflight": preflight,
  '* { all: revert }': reverted,
  'rules for every tag': loud,
};
