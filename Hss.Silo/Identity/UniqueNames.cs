using Hss.Grains.Entities.Codec;
using Hss.Grains.Identity;
using Hss.Interfaces.Entities;
using Hss.Interfaces.Identity;

namespace Hss.Silo.Identity;

/// <summary>Unique values of the systems (serial numbers, codes, names), each in a space of its own.</summary>
public sealed class UniqueNames(IGrainFactory grains, DataKeyRing ring)
{
    private const int UndecidedTries = 200;

    private static readonly TimeSpan UndecidedPause = TimeSpan.FromMilliseconds(25);

    /// <summary>The key of a value's name grain: a digest, never the value.</summary>
    public EntityKey Key(string space, string value) => UniqueNameKind.Instance.Key($"{space}.{ring.Lookup($"{space}:{value}")}");

    /// <summary>
    /// A refusal that says that a name is taken, once that is true. The name may be held by something that is just being made, or by what a crash
    /// has left of it: then it is waited for about five seconds, and after that the caller is asked to try again.
    /// </summary>
    /// <param name="exists">Whether the name's owner was made.</param>
    public async Task<Outcome<T>> Decided<T>(Outcome<T> taken, EntityKey name, Func<EntityKey, Task<bool>> exists)
    {
        for (var tries = 0; tries < UndecidedTries; tries++)
        {
            if (await grains.GetGrain<IUniqueNameGrain>(name.ToString()).Owner().ConfigureAwait(false) is { } owner && await exists(owner).ConfigureAwait(false))
                return taken;
            await Task.Delay(UndecidedPause).ConfigureAwait(false);
        }

        return new Refusal(RefusalCodes.Unavailable, "Something of the same name is being made; try again");
    }
}
