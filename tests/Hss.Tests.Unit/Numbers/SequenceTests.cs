using Hss.Grains.Numbers;
using Hss.Interfaces.Entities;
using Hss.Tests.Unit.Entities;

namespace Hss.Tests.Unit.Numbers;

public sealed class SequenceTests
{
    [Fact]
    public void Sequence_StateIsExactlyTheFoldOfItsEvents_AndNoNumberIsGivenTwice() => FoldProperty.Holds(
        SequenceKind.Instance,
        "store.order",
        [(s, _) => SequenceRules.Take(s, 1), (s, _) => SequenceRules.Take(s, 256), (s, _) => SequenceRules.Take(s, 0)],
        (state, events) =>
            state.Last == events.Cast<NumbersTaken>().Sum(e => e.Count)
            && events.Cast<NumbersTaken>().Zip(events.Cast<NumbersTaken>().Skip(1)).All(p => p.First.First + p.First.Count == p.Second.First));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    public void Take_OfNoneOrTooMany_IsRefused(int count) => Assert.Equal(RefusalCodes.Invalid, SequenceRules.Take(new(), count).Refusal?.Code);
}
