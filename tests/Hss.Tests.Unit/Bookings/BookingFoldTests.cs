using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hss.Grains.Bookings;
using Hss.Grains.Entities;
using Hss.Grains.Entities.Codec;
using Hss.Grains.Entities.Journal;
using Hss.Interfaces.Bookings;

namespace Hss.Tests.Unit.Bookings;

/// <summary>Any order of commands: the stored state is the fold of the stored events, and a booking is paid at most once.</summary>
public sealed class BookingFoldTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly EntityCodec Codec = new(new DataKeyRing([new("k", new byte[32])]));

    private static readonly SubmitBooking Submit = new(
        "a1", "Thandi", "T@x.org", new(2026, 4, 1), "08:00-11:00", "1 Burnett St", [new("bed", null, null, false)], new(1, 250_00, 350_00, 600_00));

    private static readonly ImmutableArray<Func<BookingState, Decision>> Commands =
    [
        s => BookingRules.Submit(s, Submit, Now),
        s => BookingRules.Approve(s, "staff", Now),
        s => BookingRules.Pay(s, "card", "a1", "customer", Now),
        s => BookingRules.Pay(s, "card", "b2", "customer", Now),
        .. BookingStatus.All.Select(status => (Func<BookingState, Decision>)(s => BookingRules.ChangeStatus(s, status, Now))),
    ];

    [Fact]
    public void AnyOrderOfCommands_FoldsToTheStoredState_AndPaysAtMostOnce() => Prop.ForAll(
        ArbMap.Default.ArbFor<byte[]>(),
        choices =>
        {
            var state = new BookingState("HSS-1000000001");
            var events = new List<IEntityEvent>();
            foreach (var choice in choices)
            {
                var decision = Commands[choice % Commands.Length](state);
                events.AddRange(decision.Events);
                state = decision.Events.Aggregate(state, BookingRules.Apply);
            }

            var key = BookingKind.Instance.Key(state.Id);
            var folded = events
                .Select((e, i) => new JournalEvent(i + 1, BookingKind.Instance.TypeOf(e).Name, 1, Codec.Encode(key, e), Now, "a", "r", null, "", [], []))
                .Select(e => Codec.DecodeEvent(BookingKind.Instance, key, e))
                .Aggregate(new BookingState(state.Id), BookingRules.Apply);
            var stored = Codec.Decode<BookingState>(key, Codec.Encode(key, state));
            return JsonSerializer.Serialize(folded) == JsonSerializer.Serialize(state)
                && JsonSerializer.Serialize(stored) == JsonSerializer.Serialize(state)
                && events.OfType<PaymentCaptured>().Count() <= 1;
        }).QuickCheckThrowOnFailure();
}
