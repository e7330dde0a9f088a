using Hss.Grains.Entities;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Numbers;
using Hss.Interfaces.Shop.Invoices;

namespace Hss.Grains.Shop.Invoices;

/// <summary>Invoices in the journal.</summary>
public sealed class InvoiceKind() : EntityKind<InvoiceState>(
    "invoice", schema: 1, EventType.Of<InvoicePrepared>("invoice.prepared"), EventType.Of<InvoiceNumbered>("invoice.numbered"))
{
    /// <summary>The one instance.</summary>
    public static readonly InvoiceKind Instance = new();

    /// <inheritdoc />
    public override IEntityGrain Grain(IGrainFactory grains, EntityKey key) => grains.GetGrain<IInvoiceGrain>(key.ToString());

    /// <inheritdoc />
    public override InvoiceState Initial(string id) => new(id);

    /// <inheritdoc />
    public override InvoiceState Apply(InvoiceState state, IEntityEvent e) => InvoiceRules.Apply(state, e);

    /// <inheritdoc />
    public override EntityIndex Index(InvoiceState state) => new(state.AccountId, state.Number > 0 ? "issued" : "prepared");
}

/// <summary>One invoice.</summary>
[GrainType("invoice")]
public sealed class InvoiceGrain(EntityServices services, IGrainFactory grains)
    : ProcessGrain<InvoiceState>(InvoiceKind.Instance, services), IInvoiceGrain
{
    /// <inheritdoc />
    public async Task<Outcome<InvoiceView>> Issue(CallContext context, InvoiceContent content)
    {
        // Durable before the first number is asked for: from here on this invoice ends with a number, so no number that it takes can be lost.
        var prepared = await Execute(context, (state, _) => InvoiceRules.Prepare(state, content), InvoiceRules.View);
        var issued = prepared.Accepted ? await Number(context) : prepared;
        // As orders do: made once, by the thousand, and rarely asked for.
        DeactivateOnIdle();
        return issued;
    }

    /// <inheritdoc />
    public Task<InvoiceView?> Get() => Read((state, _) => state.Number > 0 ? InvoiceRules.View(state) : null);

    /// <inheritdoc />
    public async Task Settle(OverdueHold hold)
    {
        var (context, number) = (CallContext.System("due"), long.Parse(hold.HoldId));
        // An invoice that took a number was prepared before: an instance that does not know it is behind, and must decide nothing.
        if (!await Read(static (state, _) => InvoiceRules.IsPrepared(state)))
            return;
        await Number(context);
        // Only a committed number decides. Another one, taken by an instance that was behind, can never become this invoice's.
        var own = await Read(static (state, _) => state.Number);
        if (own == number)
            await Numbers(hold.Resource).Confirm(context, Key, number);
        else if (own > 0)
            await Numbers(hold.Resource).Release(context, Key, number);
    }

    private async Task<Outcome<InvoiceView>> Number(CallContext context)
    {
        var (state, version) = await Read(static (state, version) => (state, version));
        if (state.Number > 0)
            return new Outcome<InvoiceView> { Value = InvoiceRules.View(state), Version = version };
        var numbers = Numbers(InvoiceRules.Numbers(state));
        var number = await numbers.Take(context, Key);
        if (!number.Accepted)
            return number.Refusal;
        var numbered = await Execute(context, (now, _) => InvoiceRules.Give(now, number.Value), InvoiceRules.View);
        if (numbered.Accepted)
            await numbers.Confirm(context, Key, number.Value);
        return numbered;
    }

    private INumberGrain Numbers(EntityKey key) => grains.GetGrain<INumberGrain>(key.ToString());
}
