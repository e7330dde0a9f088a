using Hss.Grains.Entities;
using Hss.Grains.Shop.Invoices;
using Hss.Interfaces.Shop.Invoices;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Shop.Invoices;

public sealed class InvoiceRulesTests
{
    private static readonly InvoiceContent Content = new(
        "17", "a1", new(2026, 12, 31, 23, 30, 0, TimeSpan.FromHours(-1)), "processing", "Ada", "1 Quay", "DE 1", [new("Shirt", 1, 29_99, 29_99)], new(29_99, 2_40, 10_00, 42_39));

    [Fact]
    public void Prepare_Twice_KeepsTheFirst()
    {
        var state = Prepared();
        Assert.Same(Decision.Unchanged, InvoiceRules.Prepare(state, Content with { Address = "2 Quay" }));
        Assert.Equal("1 Quay", state.Address);
    }

    [Fact]
    public void Give_Twice_KeepsTheFirstNumber()
    {
        var state = InvoiceRules.Give(Prepared(), 7).Events.Aggregate(Prepared(), InvoiceRules.Apply);
        Assert.Same(Decision.Unchanged, InvoiceRules.Give(state, 8));
        Assert.Equal(7, state.Number);
    }

    [Fact]
    public void TheYear_IsThatOfThePlacingInUtc()
    {
        var state = InvoiceRules.Apply(Prepared(), new InvoiceNumbered(12));
        Assert.Equal("INV-2027-000012", InvoiceRules.View(state).Number);
        Assert.Equal("number/store.invoice.2027", InvoiceRules.Numbers(state).ToString());
    }

    [Fact]
    public void View_ShowsWhatWasPrepared()
    {
        var view = InvoiceRules.View(Prepared()).Content;
        Assert.Equal(Content with { Lines = [] }, view with { Lines = [] });
        Assert.Equal(Content.Lines, view.Lines);
    }

    [Fact]
    public void Invoice_StateIsExactlyTheFoldOfItsEvents_AndNothingChangesAfterItsNumber() => FoldProperty.Holds(
        InvoiceKind.Instance,
        "17",
        [
            (s, _) => InvoiceRules.Prepare(s, Content),
            (s, _) => InvoiceRules.Prepare(s, Content with { Address = "2 Quay", TaxId = null }),
            (s, _) => InvoiceRules.IsPrepared(s) ? InvoiceRules.Give(s, 3) : Decision.Unchanged,
            (s, _) => InvoiceRules.IsPrepared(s) ? InvoiceRules.Give(s, 4) : Decision.Unchanged,
        ],
        (_, events) => events.OfType<InvoicePrepared>().Count() <= 1 && events.OfType<InvoiceNumbered>().Count() <= 1);

    private static InvoiceState Prepared() => InvoiceRules.Prepare(new("17"), Content).Events.Aggregate(new InvoiceState("17"), InvoiceRules.Apply);
}
