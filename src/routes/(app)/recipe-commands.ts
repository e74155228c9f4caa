import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { ACTION_ICONS } from '$lib/components/mutations/action-icons';
import { formatView } from '$lib/domain/chat-list/view-url';
import { RECIPES, type Recipe } from '$lib/domain/mutations/recipes';
import type { RunnableCommand } from '$lib/app/command-registry.svelte';

/** Shows the chats of a recipe, and there the preview of its action. */
export async function openRecipe({ id, view }: Recipe): Promise<void> {
	await goto(resolve(`/chats?${formatView(view)}`), { state: { recipe: id } });
}

/** One command for each recipe. */
export function createRecipeCommands(): RunnableCommand[] {
	return RECIPES.map((recipe) => ({
		id: `clean-up-${recipe.id}`,
		name: recipe.name,
		iconName: ACTION_ICONS[recipe.action],
		hint: `Clean up: ${recipe.hint.toLowerCase()}`,
		run: () => void openRecipe(recipe)
	}));
}
