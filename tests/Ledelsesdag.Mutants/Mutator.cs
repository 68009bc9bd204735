using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using static Microsoft.CodeAnalysis.CSharp.SyntaxFactory;

namespace Ledelsesdag.Mutants;

/// <summary>
/// Writes all mutants of a file into it, each behind a switch: <c>a &lt; b</c> becomes
/// <c>(MutantSwitch.Is(7) ? (a &lt;= b) : (a &lt; b))</c>. So the library is compiled once, and not once for each mutant.
/// </summary>
/// <remarks>
/// Left alone: texts, attributes, constants, patterns, and what runs only once in a process (the initialisers of static
/// fields), where a switch would come too late.
/// </remarks>
internal sealed class Mutator(SemanticModel model, string file, List<Mutant> mutants, HashSet<string> skipped) : CSharpSyntaxRewriter
{
    /// <summary>Marks what stands behind a switch, so that a mutant that does not compile is found again.</summary>
    public const string Mark = "mutant";

    private int _number;

    public override SyntaxNode? VisitAttributeList(AttributeListSyntax node) => node;

    public override SyntaxNode? VisitParameter(ParameterSyntax node) => node;

    public override SyntaxNode? VisitEnumDeclaration(EnumDeclarationSyntax node) => node;

    public override SyntaxNode? VisitSwitchExpressionArm(SwitchExpressionArmSyntax node) =>
        node.WithExpression((ExpressionSyntax)Visit(node.Expression)!);

    public override SyntaxNode? VisitIsPatternExpression(IsPatternExpressionSyntax node) => Negated(node, node.WithExpression((ExpressionSyntax)Visit(node.Expression)!));

    public override SyntaxNode? VisitFieldDeclaration(FieldDeclarationSyntax node) =>
        node.Modifiers.Any(SyntaxKind.ConstKeyword) || node.Modifiers.Any(SyntaxKind.StaticKeyword) ? node : base.VisitFieldDeclaration(node);

    public override SyntaxNode? VisitPropertyDeclaration(PropertyDeclarationSyntax node)
    {
        if (node.Initializer is not null && node.Modifiers.Any(SyntaxKind.StaticKeyword))
        {
            return node;
        }
        var visited = (PropertyDeclarationSyntax)base.VisitPropertyDeclaration(node)!;
        return visited.ExpressionBody is { } arrow && New(node.ExpressionBody!, "default instead of the value") is { } id
            ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithAccessorList(AccessorList([AccessorDeclaration(SyntaxKind.GetAccessorDeclaration, ReturnsDefault(id, arrow.Expression))]))
            : visited;
    }

    public override SyntaxNode? VisitMethodDeclaration(MethodDeclarationSyntax node)
    {
        var visited = (MethodDeclarationSyntax)base.VisitMethodDeclaration(node)!;
        return visited.ExpressionBody is { } arrow && Body(node.ExpressionBody!, arrow, node.ReturnType) is { } body
            ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body)
            : visited;
    }

    public override SyntaxNode? VisitLocalFunctionStatement(LocalFunctionStatementSyntax node)
    {
        var visited = (LocalFunctionStatementSyntax)base.VisitLocalFunctionStatement(node)!;
        return visited.ExpressionBody is { } arrow && Body(node.ExpressionBody!, arrow, node.ReturnType) is { } body
            ? visited.WithExpressionBody(null).WithSemicolonToken(default).WithBody(body)
            : visited;
    }

    public override SyntaxNode? VisitLocalDeclarationStatement(LocalDeclarationStatementSyntax node) =>
        node.IsConst ? node : base.VisitLocalDeclarationStatement(node);

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node) =>
        Removed(node, (ExpressionStatementSyntax)base.VisitExpressionStatement(node)!);

    public override SyntaxNode? VisitContinueStatement(ContinueStatementSyntax node) => Removed(node, node);

    public override SyntaxNode? VisitThrowStatement(ThrowStatementSyntax node) => Removed(node, node);

    public override SyntaxNode? VisitYieldStatement(YieldStatementSyntax node) => Removed(node, (StatementSyntax)base.VisitYieldStatement(node)!);

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
    {
        var visited = (ReturnStatementSyntax)base.VisitReturnStatement(node)!;
        if (node.Expression is null)
        {
            return Removed(node, visited);
        }
        // Where default is what is returned anyway, nothing would differ.
        return node.Expression.Kind() is SyntaxKind.NullLiteralExpression or SyntaxKind.FalseLiteralExpression || IsZero(node.Expression) || New(node, "return default") is not { } id
            ? visited
            : ReturnsDefault(id, visited.Expression!).WithTriviaFrom(node);
    }

    public override SyntaxNode? VisitLiteralExpression(LiteralExpressionSyntax node) => node.Kind() switch
    {
        SyntaxKind.TrueLiteralExpression or SyntaxKind.FalseLiteralExpression when !IsNoise(node) && New(node, $"!{node}") is { } id => Or(id, ParseExpression(node.ToString() == "true" ? "false" : "true"), node),
        SyntaxKind.NumericLiteralExpression when node.Token.Value is int number && New(node, $"{number + 1} instead of {number}") is { } id => Or(id, ParseExpression($"{number + 1}"), node),
        _ => node,
    };

    public override SyntaxNode? VisitPrefixUnaryExpression(PrefixUnaryExpressionSyntax node) =>
        node.IsKind(SyntaxKind.LogicalNotExpression) ? Negated(node, (ExpressionSyntax)base.VisitPrefixUnaryExpression(node)!) : base.VisitPrefixUnaryExpression(node);

    public override SyntaxNode? VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        var visited = (InvocationExpressionSyntax)base.VisitInvocationExpression(node)!;
        if (node.Expression is MemberAccessExpressionSyntax member && Twin(member.Name.Identifier.Text, node.ArgumentList.Arguments.Count) is { } twin && !Declares(node)
            && New(node, $"{twin} instead of {member.Name}") is { } id)
        {
            return Or(id, node.WithExpression(member.WithName(IdentifierName(twin))), visited);
        }
        // A condition of its own, and the argument of nothing that is negated already.
        return node.Parent is IfStatementSyntax or ConditionalExpressionSyntax or BinaryExpressionSyntax or ArrowExpressionClauseSyntax or ReturnStatementSyntax or LambdaExpressionSyntax
            && model.GetTypeInfo(node).Type?.SpecialType == SpecialType.System_Boolean
            ? Negated(node, visited)
            : visited;
    }

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        var visited = (ExpressionSyntax)base.VisitBinaryExpression(node)!;
        switch (node.Kind())
        {
            case SyntaxKind.EqualsExpression or SyntaxKind.NotEqualsExpression:
                return Negated(node, visited);
            case SyntaxKind.CoalesceExpression when node.Right is not ThrowExpressionSyntax && !Declares(node) && New(node, "the right side of ?? always") is { } right:
                return Or(right, node.Right, visited);
            case SyntaxKind.AddExpression or SyntaxKind.SubtractExpression when model.GetTypeInfo(node).Type?.SpecialType is not (SpecialType.System_Int32 or SpecialType.System_Int64):
                return visited;
        }
        (SyntaxKind Kind, SyntaxKind Token)? other = node.Kind() switch
        {
            SyntaxKind.LessThanExpression => (SyntaxKind.LessThanOrEqualExpression, SyntaxKind.LessThanEqualsToken),
            SyntaxKind.LessThanOrEqualExpression => (SyntaxKind.LessThanExpression, SyntaxKind.LessThanToken),
            SyntaxKind.GreaterThanExpression => (SyntaxKind.GreaterThanOrEqualExpression, SyntaxKind.GreaterThanEqualsToken),
            SyntaxKind.GreaterThanOrEqualExpression => (SyntaxKind.GreaterThanExpression, SyntaxKind.GreaterThanToken),
            SyntaxKind.LogicalAndExpression => (SyntaxKind.LogicalOrExpression, SyntaxKind.BarBarToken),
            SyntaxKind.LogicalOrExpression => (SyntaxKind.LogicalAndExpression, SyntaxKind.AmpersandAmpersandToken),
            SyntaxKind.AddExpression => (SyntaxKind.SubtractExpression, SyntaxKind.MinusToken),
            SyntaxKind.SubtractExpression => (SyntaxKind.AddExpression, SyntaxKind.PlusToken),
            SyntaxKind.MultiplyExpression => (SyntaxKind.DivideExpression, SyntaxKind.SlashToken),
            SyntaxKind.DivideExpression => (SyntaxKind.MultiplyExpression, SyntaxKind.AsteriskToken),
            _ => null,
        };
        return other is { } o && !Declares(node) && New(node, $"{SyntaxFacts.GetText(o.Token)} instead of {node.OperatorToken}") is { } id
            ? Or(id, BinaryExpression(o.Kind, node.Left, Token(o.Token).WithTriviaFrom(node.OperatorToken), node.Right), visited)
            : visited;
    }

    private static string? Twin(string method, int arguments) => (method, arguments) switch
    {
        ("Any", 1) => "All",
        ("All", 1) => "Any",
        ("Take", 1) => "Skip",
        ("Skip", 1) => "Take",
        ("Min", 2) => "Max",
        ("Max", 2) => "Min",
        _ => null,
    };

    private BlockSyntax? Body(ArrowExpressionClauseSyntax original, ArrowExpressionClauseSyntax arrow, TypeSyntax type)
    {
        if (type is PredefinedTypeSyntax { Keyword.RawKind: (int)SyntaxKind.VoidKeyword })
        {
            return original.Expression is not ThrowExpressionSyntax && New(original, $"without {original.Expression}") is { } id ? Block(Unless(id, ExpressionStatement(arrow.Expression))) : null;
        }
        return original.Expression is not (ThrowExpressionSyntax or LiteralExpressionSyntax or RefExpressionSyntax) && New(original, "return default") is { } number ? ReturnsDefault(number, arrow.Expression) : null;
    }

    private SyntaxNode Negated(ExpressionSyntax original, ExpressionSyntax visited) =>
        !Declares(original) && model.GetTypeInfo(original).Type?.SpecialType == SpecialType.System_Boolean && New(original, $"not ({original})") is { } id
            ? Marked(id, ParenthesizedExpression(BinaryExpression(SyntaxKind.ExclusiveOrExpression, ParenthesizedExpression(visited), Switch(id)))).WithTriviaFrom(original)
            : visited;

    private StatementSyntax Removed(StatementSyntax original, StatementSyntax visited) =>
        original is ExpressionStatementSyntax { Expression: AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } } or ExpressionStatementSyntax { Expression: AwaitExpressionSyntax }
        || Declares(original) || New(original, $"without {original}") is not { } id
            ? visited
            : Unless(id, visited).WithTriviaFrom(original);

    private static IfStatementSyntax Unless(int id, StatementSyntax statement) =>
        Marked(id, IfStatement(PrefixUnaryExpression(SyntaxKind.LogicalNotExpression, Switch(id)), Block(statement)));

    private static BlockSyntax ReturnsDefault(int id, ExpressionSyntax value) =>
        Marked(id, Block(IfStatement(Switch(id), Block(ReturnStatement(ParseExpression("default!")))), ReturnStatement(value)));

    private static ParenthesizedExpressionSyntax Or(int id, ExpressionSyntax mutated, ExpressionSyntax original) =>
        Marked(id, ParenthesizedExpression(ConditionalExpression(Switch(id), ParenthesizedExpression(mutated.WithoutTrivia()), ParenthesizedExpression(original.WithoutTrivia())))).WithTriviaFrom(original);

    private static T Marked<T>(int id, T node)
        where T : SyntaxNode => node.WithAdditionalAnnotations(new SyntaxAnnotation(Mark, id.ToString(System.Globalization.CultureInfo.InvariantCulture))).NormalizeWhitespace();

    private static ExpressionSyntax Switch(int id) => ParseExpression($"global::MutantSwitch.Is({id})");

    // A variable that is declared in what is written twice, or in what may not be evaluated, is one too many or one too few.
    private static bool Declares(SyntaxNode node) =>
        node.DescendantNodesAndSelf(inner => inner is not LambdaExpressionSyntax).Any(inner => inner is SingleVariableDesignationSyntax or DeclarationExpressionSyntax);

    private static bool IsZero(ExpressionSyntax node) => node is LiteralExpressionSyntax { Token.Value: 0 };

    // Where to go on after waiting is nothing a test could see.
    private static bool IsNoise(LiteralExpressionSyntax node) =>
        node.Parent is ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Name.Identifier.Text: "ConfigureAwait" } } };

    /// <summary>The number of a new mutant; null for one that would not compile.</summary>
    private int? New(SyntaxNode node, string change)
    {
        var key = $"{file}#{_number++}";
        if (skipped.Contains(key))
        {
            return null;
        }
        var line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        var words = string.Join(' ', change.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        mutants.Add(new(mutants.Count + 1, file, line, words.Length > 100 ? words[..100] + "…" : words));
        _keys.Add(key);
        return mutants.Count;
    }

    private readonly List<string> _keys = [];

    /// <summary>What <c>skipped</c> calls the mutants of this file, in their order.</summary>
    public IReadOnlyList<string> Keys => _keys;
}
