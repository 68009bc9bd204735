using System.Diagnostics.Tracing;
using System.Reflection;
using Ledelsesdag.Benchmarks;

/// <summary>
/// What .NET runs in a process before its program, when <c>DOTNET_STARTUP_HOOKS</c> names this assembly: the name, and that it stands
/// in no namespace, are .NET's. It takes down the generic methods that are compiled as the program runs.
/// </summary>
internal static class StartupHook
{
    /// <summary>The variable that says where the profile goes.</summary>
    public const string FileVariable = "LEDELSESDAG_PROFILE";

    // The runtime hands on what it tells a few times a second.
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(1);

    private static CompiledMethods? _compiled;

    /// <summary>Called by .NET.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is { } file)
        {
            _compiled = new CompiledMethods();
            AppDomain.CurrentDomain.ProcessExit += (_, _) =>
            {
                Thread.Sleep(OnTheWay);
                File.WriteAllBytes(file, MethodProfile.Of(_compiled.Generic()));
            };
        }
    }

    /// <summary>Listens to what the runtime says of itself.</summary>
    private sealed class CompiledMethods : EventListener
    {
        private const string Runtime = "Microsoft-Windows-DotNETRuntime";
        private const EventKeywords Compiling = (EventKeywords)0x10;
        private const string Compiled = "MethodLoadVerbose";
        private const string Generated = "dynamicClass";

        private readonly Lock _lock = new();

        // Made before the first event comes, which is before this class's own constructor.
        private readonly List<nint> _handles = [];

        /// <summary>The methods that are generic, or whose type is: the others are compiled ahead without being told of.</summary>
        public IReadOnlyList<MethodBase> Generic()
        {
            lock (_lock)
            {
                return [.. _handles.Distinct().Select(MethodOf).Where(method => method.IsGenericMethod || method.DeclaringType!.IsGenericType)];
            }
        }

        protected override void OnEventSourceCreated(EventSource eventSource)
        {
            if (eventSource.Name == Runtime)
            {
                EnableEvents(eventSource, EventLevel.Verbose, Compiling);
            }
        }

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            // Its fields: the method's handle, then what it is called.
            if (eventData is { EventName: { } name, Payload: [ulong handle, _, _, _, _, _, string type, ..] } && name.StartsWith(Compiled, StringComparison.Ordinal) && type != Generated)
            {
                lock (_lock)
                {
                    _handles.Add((nint)handle);
                }
            }
        }

        // Which type a generic type's method belongs to, .NET knows of every handle and tells only itself.
        private static MethodBase MethodOf(nint handle)
        {
            const BindingFlags Hidden = BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance;
            var internalHandle = typeof(RuntimeMethodHandle).Assembly.GetType("System.RuntimeMethodHandleInternal", throwOnError: true)!;
            var declaringType = typeof(RuntimeMethodHandle).GetMethod("GetDeclaringType", Hidden, [internalHandle])!;
            var type = (Type)declaringType.Invoke(null, [Activator.CreateInstance(internalHandle, Hidden, null, [handle], null)])!;
            return MethodBase.GetMethodFromHandle(RuntimeMethodHandle.FromIntPtr(handle), type.TypeHandle)!;
        }
    }
}
