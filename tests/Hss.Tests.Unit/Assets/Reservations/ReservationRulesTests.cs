using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Hss.Grains.Assets;
using Hss.Interfaces.Assets;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Unit.Assets.Reservations;

public sealed class ReservationRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(1, 2, null)]
    [InlineData(-1, 1, null)]
    [InlineData(2, 2, "to must be later than from")]
    [InlineData(3, 2, "to must be later than from")]
    [InlineData(-3, -1, "to must be in the future")]
    [InlineData(-1, 0, "to must be in the future")]
    [InlineData(365 * 24, (365 * 24) + 1, null)]
    [InlineData((365 * 24) + 1, (365 * 24) + 2, "from must be within the next 365 days")]
    [InlineData(1, (365 * 24) + 1, null)]
    [InlineData(1, (365 * 24) + 2, "to must be at most 365 days after from")]
    public void Reserve_OutOfItsBounds_IsRefused(int from, int to, string? fault) =>
        Assert.Equal(fault, ReservationRules.Refuse([], Command(from, to), Now)?.Details.Select(d => $"{d.Field} {d.Message}").Single());

    [Fact]
    public void Reserve_WithSeveralFaults_NamesAll() =>
        Assert.Equal(["to", "to", "purpose"], ReservationRules.Refuse([], Command(-2, -3) with { Purpose = new string('x', 501) }, Now)!.Details.Select(d => d.Field));

    [Theory]
    [InlineData(1, 2, false)]
    [InlineData(4, 5, false)]
    [InlineData(1, 3, true)]
    [InlineData(2, 4, true)]
    [InlineData(3, 5, true)]
    [InlineData(1, 6, true)]
    public void Reserve_WhereAnotherIs_IsRefusedAndNamesIt_HalfOpen(int from, int to, bool refused)
    {
        var refusal = ReservationRules.Refuse([Reservation("r1", "ann", 2, 4)], Command(from, to), Now);
        Assert.Equal(refused ? AssetCodes.Reserved : null, refusal?.Code);
        if (refused)
            Assert.Equal("Asset is reserved (reservation r1, from 2026-11-21T14:00:00Z, to 2026-11-21T16:00:00Z)", refusal!.Message);
    }

    [Fact]
    public void Reserve_OverOnesOwn_IsRefused() =>
        Assert.Equal(AssetCodes.Reserved, ReservationRules.Refuse([Reservation("r1", "ben", 2, 4)], Command(3, 5) with { UserId = "ben" }, Now)!.Code);

    [Fact]
    public void Reserve_BeyondAHundredOpenOnes_IsRefused_ThoseThatAreOverDoNotCount()
    {
        ImmutableArray<AssetReservation> open = [.. Enumerable.Range(0, 99).Select(n => Reservation($"r{n}", "ann", 10 + n, 11 + n)), Reservation("over", "ann", -2, -1)];
        Assert.Null(ReservationRules.Refuse(open, Command(1, 2), Now));
        Assert.Equal(AssetCodes.TooManyReservations, ReservationRules.Refuse(open.Add(Reservation("r99", "ann", 3, 4)), Command(1, 2), Now)!.Code);
    }

    [Theory]
    [InlineData("ann", "employee", null)]
    [InlineData("ben", "manager", null)]
    [InlineData("ben", "admin", null)]
    [InlineData("ben", "employee", RefusalCodes.Forbidden)]
    [InlineData("ben", "", RefusalCodes.Forbidden)]
    public void Cancel_IsForItsOwnerManagersAndAdmins(string actor, string role, string? code) =>
        Assert.Equal(code, ReservationRules.RefuseCancel([Reservation("r1", "ann", 1, 2)], "r1", new(actor, role, "t"))?.Code);

    [Fact]
    public void Cancel_OfAnUnknownOne_IsNotFound() =>
        Assert.Equal(RefusalCodes.NotFound, ReservationRules.RefuseCancel([], "r1", new("ann", "admin", "t"))!.Code);

    [Theory]
    [InlineData("ann", 23, null, true)]
    [InlineData("ann", 24, null, false)]
    [InlineData("ann", 30, 31, true)]
    [InlineData("ann", 30, 30, false)]
    [InlineData("ben", 1, null, false)]
    [InlineData("ann", -1, -5, true)]
    public void Checkout_IsRefusedByOthersReservationsOnly(string reservedBy, int from, int? expectedReturn, bool refused)
    {
        var until = expectedReturn is { } hours ? Now.AddHours(hours) : (DateTimeOffset?)null;
        Assert.Equal(refused, ReservationRules.RefuseCheckout([Reservation("r1", reservedBy, from, from + 10)], "ben", until, Now) is not null);
    }

    [Fact]
    public void Reservations_ThatWereAccepted_NeverOverlap() =>
        Prop.ForAll(
            ArbMap.Default.ArbFor<(byte From, byte Length)[]>(),
            wanted =>
            {
                ImmutableArray<AssetReservation> kept = [];
                foreach (var (from, length) in wanted)
                {
                    if (ReservationRules.Refuse(kept, Command(from, from + length), Now) is null)
                        kept = kept.Add(Reservation($"{kept.Length}", "ann", from, from + length));
                }

                var hours = kept.SelectMany(r => Enumerable.Range((int)(r.From - Now).TotalHours, (int)(r.To - r.From).TotalHours)).ToArray();
                return hours.Length == hours.Distinct().Count() && kept.All(r => r.To > r.From);
            }).QuickCheckThrowOnFailure();

    private static ReserveAsset Command(int from, int to) => new("new", "ben", Now.AddHours(from), Now.AddHours(to), "a fair");

    private static AssetReservation Reservation(string id, string user, int from, int to) => new(id, user, Now.AddHours(from), Now.AddHours(to), null, Now);
}
