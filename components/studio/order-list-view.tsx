import type { Route } from "next";
import { OrderBadge } from "@/components/studio/badges";
import { Moment } from "@/components/studio/moment";
import { Nothing, PageHead } from "@/components/studio/page-head";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Table, Td, Th } from "@/components/ui/table";
import { SelectField, TextField } from "@/components/ui/text-field";
import { TextLink } from "@/components/ui/text-link";
import { dayWords } from "@/lib/domain/day-words";
import { formatMoney } from "@/lib/domain/money";
import type { OrderList } from "@/lib/features/workshop/views";
import { studioRoutes } from "@/lib/platform/studio-routes";

type Props = { list: OrderList; search: string; show: "open" | "real" | "all"; timeZone: string };

export function OrderListView({ list, search, show, timeZone }: Props) {
  return (
    <>
      <PageHead title="Orders" />
      <SearchForm search={search} show={show} />
      {list.rows.length === 0 ? (
        <Nothing>{search ? `Nothing matches “${search}”.` : "There are no orders here yet."}</Nothing>
      ) : (
        <OrderTable list={list} timeZone={timeZone} />
      )}
      {list.nextCursor && (
        <div className="mt-4 flex justify-end">
          <LinkButton
            href={addressOf({ q: search, show, after: list.nextCursor })}
            rel="next"
            variant="secondary"
            size="sm"
          >
            Older
          </LinkButton>
        </div>
      )}
    </>
  );
}

function SearchForm({ search, show }: { search: string; show: string }) {
  return (
    <search>
      <form
        action={studioRoutes.orders}
        className="mb-5 grid items-end gap-3 sm:grid-cols-[minmax(14rem,24rem)_14rem_auto] sm:justify-start"
      >
        <TextField
          key={`q ${search}`}
          name="q"
          type="search"
          label="Number, name or e-mail"
          defaultValue={search}
          maxLength={100}
        />
        <SelectField key={`show ${show}`} name="show" label="Show" defaultValue={show}>
          <option value="open">Open orders</option>
          <option value="real">All orders</option>
          <option value="all">Also unpaid checkouts</option>
        </SelectField>
        <Button type="submit" variant="secondary">
          Search
        </Button>
      </form>
    </search>
  );
}

function OrderTable({ list, timeZone }: { list: OrderList; timeZone: string }) {
  return (
    <Table caption="Orders, the newest first" className="min-w-[44rem]">
      <thead>
        <tr>
          <Th>Order</Th>
          <Th>Buyer</Th>
          <Th>State</Th>
          <Th>Pieces</Th>
          <Th>Promised by</Th>
          <Th>Placed</Th>
          <Th className="text-end">Total</Th>
        </tr>
      </thead>
      <tbody>
        {list.rows.map((order) => (
          <tr key={order.orderId} className="hover:bg-paper-sunk">
            <Td>
              <TextLink
                href={studioRoutes.order(order.number)}
                className="-my-2.5 inline-flex min-h-11 items-center whitespace-nowrap font-semibold tabular-nums decoration-transparent"
              >
                {order.number}
              </TextLink>
            </Td>
            <Td>{order.name}</Td>
            <Td>
              <OrderBadge status={order.status} />
            </Td>
            <Td className="tabular-nums">{order.pieces}</Td>
            <Td className="whitespace-nowrap">{order.shipBy ? dayWords(order.shipBy) : "–"}</Td>
            <Td className="text-ink-soft">
              <Moment at={order.placedAt} timeZone={timeZone} />
            </Td>
            <Td className="whitespace-nowrap text-end tabular-nums">
              {formatMoney(order.totalMinor, order.currency)}
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function addressOf(query: Record<string, string>): Route {
  return `${studioRoutes.orders}?${new URLSearchParams(query)}` as Route;
}
