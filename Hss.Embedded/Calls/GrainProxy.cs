using System.Collections.Frozen;
using System.Reflection;
using Hss.Embedded.Activations;
using Hss.Embedded.Hosting;

namespace Hss.Embedded.Calls;

/// <summary>A reference to a grain: the class that <see cref="DispatchProxy"/> derives an implementation of the grain's interface from.</summary>
internal class GrainProxy : DispatchProxy
{
    private EmbeddedHost _host = null!;
    private GrainClass _class = null!;
    private FrozenDictionary<MethodInfo, GrainMethod> _methods = null!;
    private GrainSlot? _slot;

    internal GrainId Id { get; private set; }

    /// <summary>Makes the first reference of an interface to a class; the others are copies of it, which are cheap.</summary>
    internal static GrainProxy Template(EmbeddedHost host, GrainClass grainClass, Type grainInterface)
    {
        var proxy = (GrainProxy)Create(grainInterface, typeof(GrainProxy));
        proxy._host = host;
        proxy._class = grainClass;
        proxy._methods = host.Catalog.MethodsOf(grainInterface);
        return proxy;
    }

    internal GrainProxy For(string key)
    {
        ArgumentException.ThrowIfNullOrEmpty(key);
        var proxy = (GrainProxy)MemberwiseClone();
        proxy.Id = GrainId.Create(_class.GrainType, key);
        return proxy;
    }

    public override bool Equals(object? obj) => obj is GrainProxy other && other.Id == Id && ReferenceEquals(other._host, _host);

    public override int GetHashCode() => Id.GetHashCode();

    public override string ToString() => Id.ToString();

    protected override object Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var call = _methods[targetMethod!].NewCall(args ?? [], out var answer);
        call.Caller = (TaskScheduler.Current as GrainSlot)?.GrainId;
        call.Target = Id;
        Send(call);
        return answer;
    }

    private void Send(Call call)
    {
        while (true)
        {
            var slot = _slot ??= _host.SlotOf(_class, Id.Key);
            var load = slot.Enter();
            if (load <= 0)
            {
                _host.Remove(_class, Id.Key, slot);
                _slot = null;
                continue;
            }

            call.Slot = slot;
            if (load > _host.Options.MailboxLimit)
            {
                slot.Leave();
                call.Refuse(new LimitExceededException($"The mailbox of {Id} is full ({_host.Options.MailboxLimit} calls); {call.Method.Name} was refused."));
            }
            else if (!_host.Pending.TryAdd(call, _class.Index))
            {
                slot.Leave();
                slot.Abandon();
                call.Refuse(new SiloUnavailableException($"The grain host stops; {call.Method.Name} of {Id} was refused."));
            }
            else
            {
                slot.Post(call);
            }

            return;
        }
    }
}
