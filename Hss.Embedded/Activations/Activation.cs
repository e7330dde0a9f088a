using Microsoft.Extensions.DependencyInjection;

namespace Hss.Embedded.Activations;

/// <summary>One life of a grain: the instance and what belongs to it.</summary>
internal sealed class Activation : IAsyncDisposable
{
    [ThreadStatic]
    private static Activation? _creating;

    private readonly AsyncServiceScope _scope;
    private readonly HashSet<IDisposable> _owned = [];

    private Activation(GrainSlot slot, AsyncServiceScope scope)
    {
        Slot = slot;
        _scope = scope;
    }

    /// <summary>The activation whose grain is being constructed on this thread.</summary>
    internal static Activation? Creating => _creating;

    internal GrainSlot Slot { get; }

    internal GrainId Id => Slot.GrainId;

    internal IGrainFactory Factory => Slot.Host.Factory;

    internal IServiceProvider Services => _scope.ServiceProvider;

    internal Grain Grain { get; private set; } = null!;

    /// <summary>True until the activation begins to end; then timers and stream subscriptions are silent.</summary>
    internal bool IsLive { get; private set; } = true;

    /// <summary>Makes the grain with its services.</summary>
    internal static async Task<Activation> Create(GrainSlot slot)
    {
        var activation = new Activation(slot, slot.Host.Services.CreateAsyncScope());
        _creating = activation;
        try
        {
            activation.Grain = slot.Class.Construct(activation.Services);
            return activation;
        }
        catch
        {
            _creating = null;
            await activation._scope.DisposeAsync().ConfigureAwait(true);
            throw;
        }
        finally
        {
            _creating = null;
        }
    }

    /// <summary>Asks for the end of this activation, and only this one. Any thread.</summary>
    internal void End(DeactivationReason reason) => Slot.End(this, reason);

    /// <summary>Binds something to this life: it is disposed when the activation begins to end.</summary>
    internal void Own(IDisposable owned)
    {
        lock (_owned)
        {
            if (IsLive)
            {
                _owned.Add(owned);
                return;
            }
        }

        owned.Dispose();
    }

    internal void Disown(IDisposable owned)
    {
        lock (_owned)
            _owned.Remove(owned);
    }

    /// <summary>No more ticks and stream items from here on.</summary>
    internal void Silence()
    {
        IDisposable[] owned;
        lock (_owned)
        {
            IsLive = false;
            owned = [.. _owned];
            _owned.Clear();
        }

        foreach (var one in owned)
            one.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        if (Grain is IAsyncDisposable asyncDisposable)
            await asyncDisposable.DisposeAsync().ConfigureAwait(true);
        else if (Grain is IDisposable disposable)
            disposable.Dispose();
        await _scope.DisposeAsync().ConfigureAwait(true);
    }
}
