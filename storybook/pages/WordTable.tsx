// Every word of the kit, as the widgets' own files have them.
import './tables.css';

type Messages = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const files = import.meta.glob<Record<string, Messages>>('../../widgets/src/**/*messages.ts', { eager: true });

/** `riskBadgeMessages` are in the catalogue as `riskBadge`. */
const NAMESPACES = Object.values(files)
  .flatMap((file) => Object.entries(file))
  .filter(([name]) => name.endsWith('Messages'))
  .map(([name, messages]) => [name.replace(/Messages$/, ''), messages] as const)
  .sort(([left], [right]) => left.localeCompare(right));

const textOf = (message: Messages[string]) =>
  typeof message === 'string'
    ? message
    : Object.entries(message)
        .map(([form, text]) => `${form}: ${text}`)
        .join(' · ');

export const WordTables = () =>
  NAMESPACES.map(([namespace, messages]) => (
    <details key={namespace}>
      <summary>
        <code>{namespace}</code>
      </summary>
      <table className="page-table">
        <tbody>
          {Object.entries(messages).map(([key, message]) => (
            <tr key={key}>
              <th scope="row">
                <code>{key}</code>
              </th>
              <td>{textOf(message)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  ));
