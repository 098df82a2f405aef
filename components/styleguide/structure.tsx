import { Specimen, Specimens } from "@/components/styleguide/specimen";
import { Breadcrumbs } from "@/components/ui/breadcrumbs";
import { DateText } from "@/components/ui/date";
import { Disclosure } from "@/components/ui/disclosure";
import { Pagination } from "@/components/ui/pagination";
import { Price } from "@/components/ui/price";
import { Table, Td, Th } from "@/components/ui/table";
import { routes } from "@/lib/platform/routes";

export function Structure() {
  return (
    <Specimens id="structure" title="Structure">
      <Specimen name="Breadcrumbs">
        <Breadcrumbs crumbs={[{ label: "Shop", href: routes.shop }, { label: "Posy ring" }]} />
      </Specimen>
      <Specimen name="Disclosure: closed and open">
        <div className="w-full">
          <Disclosure summary="What the price is made of">Metal, stones, hours.</Disclosure>
          <Disclosure summary="When it leaves us" aside="Tue 8 Dec" open>
            On the day after it is checked.
          </Disclosure>
        </div>
      </Specimen>
      <Specimen name="Table, Price, DateText">
        <Table caption="Two pieces">
          <thead>
            <tr>
              <Th>Piece</Th>
              <Th>Leaves by</Th>
              <Th className="text-end">Price</Th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <Td>Posy ring</Td>
              <Td>
                <DateText iso="2026-12-08">Tue 8 Dec</DateText>
              </Td>
              <Td className="text-end">
                <Price>£565.00</Price>
              </Td>
            </tr>
            <tr>
              <Td>Birthstone stacker</Td>
              <Td>
                <DateText iso="2026-12-11">Fri 11 Dec</DateText>
              </Td>
              <Td className="text-end">
                <Price lead="from">£180.00</Price>
              </Td>
            </tr>
          </tbody>
        </Table>
      </Specimen>
      <Specimen name="Pagination">
        <div className="w-full">
          <Pagination page={2} pages={4} hrefOf={() => routes.shop} label="Pages" />
        </div>
      </Specimen>
    </Specimens>
  );
}
