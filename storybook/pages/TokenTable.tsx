// The tokens as the kit's stylesheet has them.
import { contrast } from '../playground/contrast.ts';
import { COLOURS, MEASURES } from '../playground/tokens.ts';
import './tables.css';

const background = COLOURS.find(({ name }) => name === 'background');
const NO_WORDS = ['background', 'surface', 'line', 'onAccent'];

function Swatch({ colour, on }: { readonly colour: string; readonly on: string | undefined }) {
  return (
    <>
      <span className="swatch" style={{ background: colour }} /> <code>{colour}</code>
      {on && <small> {contrast(colour, on).toFixed(2)} : 1</small>}
    </>
  );
}

export const ColourTable = () => (
  <table className="page-table">
    <thead>
      <tr>
        <th scope="col">Token</th>
        <th scope="col">Light, and its contrast on the background</th>
        <th scope="col">Dark, likewise</th>
        <th scope="col">Use</th>
      </tr>
    </thead>
    <tbody>
      {COLOURS.map(({ name, property, light, dark, use }) => {
        const words = !NO_WORDS.includes(name);
        return (
          <tr key={name}>
            <th scope="row">
              <code>{name}</code>
              <br />
              <code>{property}</code>
            </th>
            <td>
              <Swatch colour={light} on={words ? background?.light : undefined} />
            </td>
            <td>
              <Swatch colour={dark} on={words ? background?.dark : undefined} />
            </td>
            <td>{use}</td>
          </tr>
        );
      })}
    </tbody>
  </table>
);

export const MeasureTable = () => (
  <table className="page-table">
    <thead>
      <tr>
        <th scope="col">Token</th>
        <th scope="col">Value</th>
        <th scope="col">Use</th>
      </tr>
    </thead>
    <tbody>
      {MEASURES.map(({ name, property, value, use }) => (
        <tr key={name}>
          <th scope="row">
            <code>{name}</code>
            <br />
            <code>{property}</code>
          </th>
          <td>
            <code>{value}</code>
          </td>
          <td>{use}</td>
        </tr>
      ))}
    </tbody>
  </table>
);
