using System.Reflection;
using Hss.Grains.Entities.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Hss.Tests.Api;

/// <summary>The server's own journal, whose writes wait while the gate is closed. What waits is known.</summary>
public sealed class WriteGate
{
    private readonly Lock _lock = new();
    private TaskCompletionSource _arrived = New();
    private TaskCompletionSource? _open;

    /// <summary>Puts the gate before the journal of a server.</summary>
    public void Configure(WebApplicationBuilder builder)
    {
        var registered = builder.Services.Last(d => d.ServiceType == typeof(IJournal));
        builder.Services.AddSingleton(services =>
        {
            var journal = (IJournal?)registered.ImplementationInstance ?? (IJournal)registered.ImplementationFactory!(services);
            var gated = DispatchProxy.Create<IJournal, Proxy>();
            ((Proxy)(object)gated).Set(journal, this);
            return gated;
        });
    }

    /// <summary>Writes wait from now on.</summary>
    public void Close()
    {
        lock (_lock)
            (_arrived, _open) = (New(), New());
    }

    /// <summary>A write has come to the closed gate.</summary>
    public Task Arrived => _arrived.Task;

    /// <summary>Lets them go.</summary>
    public void Open()
    {
        lock (_lock)
        {
            _open?.SetResult();
            _open = null;
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task Pass()
    {
        lock (_lock)
        {
            if (_open is null)
                return Task.CompletedTask;
            _arrived.TrySetResult();
            return _open.Task;
        }
    }

    // A proxy, so that everything but writes is the journal's own.
    public class Proxy : DispatchProxy
    {
        private IJournal _journal = null!;
        private WriteGate _gate = null!;

        internal void Set(IJournal journal, WriteGate gate) => (_journal, _gate) = (journal, gate);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod!.Name == nameof(IJournal.Write)
            ? Write((JournalBatch)args![0]!)
            : targetMethod.Invoke(_journal, BindingFlags.DoNotWrapExceptions, null, args, null);

        private async Task<BatchResult> Write(JournalBatch batch)
        {
            await _gate.Pass();
            return await _journal.Write(batch);
        }
    }
}
