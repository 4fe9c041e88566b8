import type { ReactNode } from 'react';
import { DataTable } from '#components/ui/data-table.tsx';
import { ListFrame, type RegisterList } from './register-frame.tsx';

type KeptRow = {
  key: string;
  /** What the entry is called where it is to be changed. */
  name: string;
  cells: readonly ReactNode[];
  /** The forms that change it and take it away. */
  keeping: ReactNode;
};

/** The entries of one list of the register in a table; for whoever keeps the list each with its forms, and one for a new entry. */
export function KeptRows({
  list,
  portal,
  search,
  found,
  empty,
  caption,
  columns,
  rows,
  addition,
  children,
}: {
  list: RegisterList;
  portal: { id: string; mayKeep: boolean };
  search: string;
  found: { page: number; pages: number; total: number };
  empty: string;
  caption: string;
  columns: readonly string[];
  rows: readonly KeptRow[];
  addition: { title: string; form: ReactNode };
  /** What stands between the entries and the form for a new one. */
  children?: ReactNode;
}) {
  const { id, mayKeep } = portal;
  return (
    <>
      <ListFrame list={list} portalId={id} search={search} found={found} mayImport={mayKeep} empty={empty}>
        <DataTable
          caption={caption}
          columns={mayKeep ? [...columns, ''] : columns}
          rows={rows.map(({ key, name, cells, keeping }) => ({
            key,
            cells: mayKeep
              ? [
                  ...cells,
                  <details key="ubah">
                    <summary>
                      Ubah<span className="visually-hidden"> {name}</span>
                    </summary>
                    {keeping}
                  </details>,
                ]
              : cells,
          }))}
        />
      </ListFrame>
      {children}
      {mayKeep && (
        <section className="card stack" aria-labelledby="baru">
          <h2 id="baru">{addition.title}</h2>
          {addition.form}
        </section>
      )}
    </>
  );
}
