using Hss.Bench.Workloads.Bookings;
using Hss.Bench.Workloads.Orders;

namespace Hss.Tests.Unit.Bench;

public sealed class BooksTests
{
    [Theory]
    [InlineData(100, 100, 200, 200, null)]
    [InlineData(100, 164, 200, 200, null)]
    [InlineData(100, 100, 200, 201, "201 units were sold, 200 are in orders")]
    [InlineData(100, 100, 201, 200, "200 units were sold, 201 are in orders")]
    [InlineData(100, 99, 200, 200, "100 orders were acknowledged, 99 are stored")]
    [InlineData(100, 165, 200, 200, "100 orders were acknowledged, 165 are stored, more than 64 unanswered callers explain")]
    public void Orders_BalanceWithUnits_AndWithWhatCallersWereTold(long told, long stored, long ordered, long sold, string? fault) =>
        Assert.Equal(fault, Books.Fault(told, cut: 64, stored, ordered, sold));

    [Theory]
    [InlineData(100, 0, 100, 100, 100, null)]
    [InlineData(100, 2, 102, 102, 102, null)]
    [InlineData(100, 0, 100, 101, 100, "100 bookings are paid, by 101 payments of 100 bookings")]
    [InlineData(100, 0, 100, 100, 99, "100 bookings are paid, by 100 payments of 99 bookings")]
    [InlineData(100, 0, 100, 99, 99, "100 bookings are paid, by 99 payments of 99 bookings")]
    [InlineData(100, 0, 99, 99, 99, "callers were told of 100 paid bookings and are unsure of 0, 99 are stored")]
    [InlineData(100, 2, 103, 103, 103, "callers were told of 100 paid bookings and are unsure of 2, 103 are stored")]
    public void Bookings_HaveOnePaymentEach_AndAreThoseThatCallersWereToldOf(long told, long unsure, long paid, long payments, long payers, string? fault) =>
        Assert.Equal(fault, BookingBooks.Fault(told, unsure, paid, payments, payers));
}
