import { type ReactNode, useState } from 'react';
import { pictureTexts } from '../../shared/texts/picture-texts.ts';
import './picture-table.css';

interface PictureTableProps {
  /** The table's name. */
  readonly title: string;
  /** The first names the rows. */
  readonly columns: readonly string[];
  /** Keyed, newest first; the first cell is the row's name. Asked for when it is opened. */
  readonly rows: () => readonly (readonly [key: number, cells: readonly ReactNode[]])[];
}

/** A picture in numbers, behind a line that opens it. */
export function PictureTable({ title, columns, rows }: PictureTableProps) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <details className="picture-table" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>{pictureTexts.asTable}</summary>
      {isOpen && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys
        <section className="picture-table-scroller" tabIndex={0} aria-label={title}>
          <table className="tabular">
            <caption className="visually-hidden">{title}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    {column}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows().map(([key, [name, ...cells]]) => (
                <tr key={key}>
                  <th scope="row">{name}</th>
                  {cells.map((cell, index) => (
                    <td key={columns[index + 1]}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </details>
  );
}
