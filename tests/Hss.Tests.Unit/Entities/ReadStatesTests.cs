using Hss.Grains.Entities.Codec;
using Hss.Interfaces.Entities;

namespace Hss.Tests.Unit.Entities;

public sealed class ReadStatesTests
{
    private static readonly EntityKey Key = new("counter", "1");
    private readonly ReadStates _states = new();
    private int _opened;

    [Fact]
    public void TheSameText_IsOpenedOnce()
    {
        var first = Of(Key, "a");

        Assert.Same(first, Of(Key, "a"));
        Assert.Equal(1, _opened);
    }

    [Fact]
    public void AnotherText_IsOpenedAnew()
    {
        Of(Key, "a");

        Assert.Equal("b", Of(Key, "b").Text);
        Assert.Equal(2, _opened);
    }

    [Fact]
    public void AnotherEntityWithTheSameText_IsOpenedItself()
    {
        // Twice as many as there are places: many share one.
        for (var n = 0; n < 2 * ReadStates.Places; n++)
            Assert.Equal($"{n}", Of(new("counter", $"{n}"), "a").Id);
        Assert.Equal(2 * ReadStates.Places, _opened);
    }

    [Fact]
    public void ATextThatIsTooLong_IsNotKept()
    {
        var text = new string('x', ReadStates.MaxText + 1);

        Assert.NotSame(Of(Key, text), Of(Key, text));
    }

    private State Of(EntityKey key, string text) => _states.Of(key, text, () =>
    {
        _opened++;
        return new State(key.Id, text);
    });

    private sealed record State(string Id, string Text);
}
