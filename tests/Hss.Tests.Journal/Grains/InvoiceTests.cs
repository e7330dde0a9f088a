using Hss.Grains.Numbers;
using Hss.Grains.Shop.Invoices;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Numbers;
using Hss.Interfaces.Shop.Invoices;
using Hss.Tests.Journal.Postgres;

namespace Hss.Tests.Journal.Grains;

public sealed class SqliteInvoiceTests : InvoiceTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Sqlite();
}

[Collection(PostgresCollection.Name)]
public sealed class PostgresInvoiceTests(PostgresFixture postgres) : InvoiceTests
{
    protected override Task<TestDatabase> Open() => TestDatabase.Postgres(postgres.Server);
}

/// <summary>Invoices take numbers without gaps, whatever happens to writes and processes on the way.</summary>
public abstract class InvoiceTests : GrainTests
{
    private static readonly EntityKey Numbers = NumberKind.Instance.Key("store.invoice.2026");

    private INumberGrain NumberGrain => Host.Grains.GetGrain<INumberGrain>(Numbers.ToString());

    [Fact]
    public async Task FiftyParallelInvoices_GetTheNumbersFromOneWithoutAGap()
    {
        var issued = await Task.WhenAll(Enumerable.Range(1, 50).Select(i => Issue($"{i}")));
        Assert.Equal(Enumerable.Range(1, 50).Select(Number), issued.Select(o => o.Value!.Number).Order());
        var state = await NumberState();
        Assert.Equal((50, 0, 0), (state.Highest, state.Held.Length, state.Free.Length));
    }

    [Fact]
    public async Task Issue_ManyTimesAtOnce_MakesOneInvoice()
    {
        var issued = await Task.WhenAll(Enumerable.Range(1, 20).Select(i => Issue("7", $"{i} Quay")));
        Assert.Equal(Number(1), Assert.Single(issued.Select(o => o.Value!.Number).Distinct()));
        Assert.Single(issued.Select(o => o.Value!.Content.Address).Distinct());
        Assert.Equal(["invoice.prepared", "invoice.numbered"], (await Events(InvoiceKind.Instance.Key("7"))).Select(e => e.Type));
        Assert.Equal(1, (await NumberState()).Highest);
    }

    [Fact]
    public async Task Issue_AfterARestart_AnswersTheSameInvoice()
    {
        var first = (await Issue("7")).Value!;
        await Restart();
        var second = (await Issue("7", "elsewhere")).Value!;
        Assert.Equal((first.Number, first.Content.Address), (second.Number, second.Content.Address));
        Assert.Equal(Number(2), (await Issue("8")).Value!.Number);
    }

    [Fact]
    public async Task EachYear_HasNumbersOfItsOwn()
    {
        await Issue("7");
        var next = await Invoice("8").Issue(Call("8"), Content("8") with { PlacedAt = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        Assert.Equal("INV-2027-000001", next.Value!.Number);
    }

    [Theory]
    [InlineData("invoice.prepared", WriteFault.Before)]
    [InlineData("invoice.prepared", WriteFault.After)]
    [InlineData("number.taken", WriteFault.Before)]
    [InlineData("number.taken", WriteFault.After)]
    [InlineData("invoice.numbered", WriteFault.Before)]
    [InlineData("invoice.numbered", WriteFault.After)]
    [InlineData("number.confirmed", WriteFault.Before)]
    [InlineData("number.confirmed", WriteFault.After)]
    public async Task AFaultAtAnyStep_AndAKillThere_LeaveNoGapAndNoNumberTwice(string step, WriteFault fault)
    {
        Host.Journal.Plan = batch => batch.Commits.SelectMany(c => c.Events).Any(e => e.Type == step) ? fault : WriteFault.None;
        await Assert.ThrowsAsync<JournalException>(() => Issue("7"));
        Assert.Equal(1, Host.Journal.Times(fault));
        await Restart();
        // Others come before the invoice is tried again.
        var others = await Task.WhenAll(Issue("8"), Issue("9"));
        var again = await Issue("7");
        Assert.Equal([Number(1), Number(2), Number(3)], others.Append(again).Select(o => o.Value!.Number).Order());
        await SettleAll();
        var state = await NumberState();
        Assert.Equal((3, 0, 0), (state.Highest, state.Held.Length, state.Free.Length));
    }

    [Theory]
    [InlineData("invoice.numbered", WriteFault.Before)]
    [InlineData("invoice.numbered", WriteFault.After)]
    [InlineData("number.confirmed", WriteFault.Before)]
    public async Task AnInvoiceThatStoppedWithANumber_IsFinishedByDueWorkAlone(string step, WriteFault fault)
    {
        Host.Journal.Plan = batch => batch.Commits.SelectMany(c => c.Events).Any(e => e.Type == step) ? fault : WriteFault.None;
        await Assert.ThrowsAsync<JournalException>(() => Issue("7"));
        await Restart();
        await SettleAll();
        Assert.Equal(Number(1), (await Invoice("7").Get())!.Number);
        Assert.Empty((await NumberState()).Held);
    }

    [Fact]
    public async Task ASecondNumberOfANumberedInvoice_IsReleasedByDueWork_AndTakenNext()
    {
        await Issue("7");
        // As an instance of the invoice does that has not seen its number (a cluster that is cut in two); its commit would be a conflict.
        Assert.Equal(2, (await NumberGrain.Take(Call("late"), InvoiceKind.Instance.Key("7"))).Value);
        Assert.Equal(Number(3), (await Issue("8")).Value!.Number);
        await SettleAll();
        Assert.Equal(Number(1), (await Invoice("7").Get())!.Number);
        Assert.Equal(Number(2), (await Issue("9")).Value!.Number);
        Assert.Equal(Number(4), (await Issue("10")).Value!.Number);
    }

    [Fact]
    public async Task TheStateOfTheNumbers_DoesNotGrowWithThem()
    {
        await Issue("1");
        var small = await Length();
        await Task.WhenAll(Enumerable.Range(2, 200).Select(i => Issue($"{i}")));
        await SettleAll();
        Assert.InRange(await Length(), 1, small + 10);

        // Of the state as it is loaded: what is stored may still be the larger one of the time when all were under way, with the events after it.
        async Task<int> Length() => Host.Codec.Encode(Numbers, await NumberState()).Length;
    }

    [Fact]
    public async Task AddressAndTaxId_AreStoredAsCiphertext()
    {
        await Issue("7", "5 Secret Lane");
        var row = (await Stored(InvoiceKind.Instance.Key("7")))!;
        var texts = (await Events(row.Key)).Select(e => e.Data).Append(row.State).ToList();
        Assert.All(texts, t => Assert.DoesNotContain("Secret Lane", t, StringComparison.Ordinal));
        Assert.All(texts, t => Assert.DoesNotContain("DE811907980", t, StringComparison.Ordinal));
    }

    private static string Number(int number) => $"INV-2026-{number:000000}";

    private static InvoiceContent Content(string order, string address = "1 Quay") => new(
        order, "a1", new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero), "processing", "Ada", address, "DE811907980", [new("Shirt", 1, 29_99, 29_99)], new(29_99, 2_40, 10_00, 42_39));

    private IInvoiceGrain Invoice(string order) => Host.Grains.GetGrain<IInvoiceGrain>(InvoiceKind.Instance.Key(order).ToString());

    private Task<Outcome<InvoiceView>> Issue(string order, string address = "1 Quay") => Invoice(order).Issue(Call(order), Content(order, address));

    private async Task SettleAll()
    {
        Host.Journal.Plan = null;
        Clock.Advance(INumberGrain.HoldTime + TimeSpan.FromSeconds(1));
        while (await Host.Due.RunOnce(default) > 0)
        {
            // Until nothing is due.
        }
    }

    private async Task<NumberState> NumberState() => Host.Codec.DecodeState(NumberKind.Instance, (await Stored(Numbers))!);
}
